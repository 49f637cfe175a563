"""A file is taken in and the findings follow, in one transaction."""

from dataclasses import dataclass
from datetime import date

from sosach.store.desk.births_book import extract_taken, laid_again
from sosach.store.findings.services import Recomputed, recompute_all
from sosach.store.log.act import Actor
from sosach.store.progress import stage
from sosach.store.registers.services.importing import File, Taken, take_in
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file."""

    taken: Taken
    findings: Recomputed | None  # None: nothing had to be computed


def import_register(file: File, accept: str = "", *, actor: Actor, on: date) -> Imported:
    """Takes a file into the home.

    Args:
        file: the file, read.
        accept: the reason for taking in a file that is doubtful as a whole.
        actor: who takes it in.
        on: the day.

    Raises:
        Refused: see `registers.services.importing.take_in`; nothing is changed then.
    """
    with writing():
        stage("matching")
        taken = take_in(file, accept, actor=actor, on=on)
        if taken.again:
            return Imported(taken, None)
        extract_taken(file, taken, on)
        stage("births")
        laid_again(taken.register, taken.typed, operation=taken.operation, on=on)
        stage("findings")
        return Imported(taken, recompute_all(file.opened.register, taken.typed, operation=taken.operation, on=on))
