"""What is ready to go back, counted: for status, reports and pages; it asks no file."""

from dataclasses import dataclass

from sosach.store.registers.selectors import imports, register_named
from sosach.store.upload.collecting import collected


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Facts and persons that the software does not have yet, prepared before or not."""

    facts: int = 0
    persons: int = 0
    new_persons: int = 0  # among the persons
    held: int = 0  # facts that a rule calls impossible
    waiting: int = 0  # facts that somebody else has changed in the software
    typed: int = 0  # among the facts: typed by hand, and not seen in an export yet
    not_in_export: int = 0  # facts of persons whom the last export does not have


def figures(register: str) -> Ready:
    """The figures of a register; nothing is ready before its first import."""
    taken = imports(register)
    if not taken:
        return Ready()
    found = collected(register_named(register), taken[0])
    return Ready(
        facts=len(found.sources),
        persons=len({source.person for source in found.sources.values()}),
        new_persons=len(found.new_persons),
        held=found.held,
        waiting=found.waiting,
        typed=len(found.typed),
        not_in_export=found.not_in_export,
    )


def persons(register: str) -> set[int]:
    """The persons about whom something is ready to go back."""
    taken = imports(register)
    if not taken:
        return set()
    return {source.person for source in collected(register_named(register), taken[0]).sources.values()}
