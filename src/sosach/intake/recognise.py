"""Which register a workbook is: by the headings that hardly any other register has, and by the words of its titles."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sosach.findings.notices import refused
from sosach.intake.headings import Heading, claim_of
from sosach.intake.wording import fold
from sosach.registers.register import Register

_TITLE, _SIGNATURE, _SPOKEN = 3.0, 2.0, 1.0  # against one for every field that is named
_CLEARLY = 3.0  # lead with which a register is taken without being told


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much a sheet looks like a register."""

    register: Register
    fields: int
    signature: int  # fields that hardly any other register has
    titled: bool  # a title has a word of the register
    spoken: bool  # a heading has one

    @property
    def weight(self) -> float:
        """All in one figure."""
        return self.fields + _SIGNATURE * self.signature + _TITLE * self.titled + _SPOKEN * self.spoken

    @property
    def speaks(self) -> bool:
        """Whether there is more than the facts every register has."""
        return self.signature > 0 or self.titled or self.spoken


def weigh(headings: Sequence[Heading], titles: str, registers: Sequence[Register]) -> list[Evidence]:
    """The registers, the likeliest first.

    Args:
        headings: of the sheet.
        titles: what stands above, and the names of sheet and file.
        registers: to choose from.
    """
    above, below = _words(titles), _words(" ".join(heading.text for heading in headings))
    found = []
    for register in registers:
        fields = {claim.field for heading in headings if (claim := claim_of(heading, register))}
        titled, spoken = (any(f" {fold(t)} " in words for t in register.titles) for words in (above, below))
        found.append(Evidence(register, len(fields), len(fields & set(register.signature)), titled, spoken))
    return sorted(found, key=lambda e: (-e.weight, e.register.name))


def recognise(
    sheets: Sequence[tuple[str, Sequence[Evidence]]], file: str, young: Callable[[], bool] = lambda: False
) -> Register:
    """The register of all sheets.

    Args:
        sheets: name and evidence of every data sheet.
        file: bare name, for messages.
        young: whether everybody is of the age of children; asked only when nothing else tells.

    Raises:
        Refused: nothing tells, or the sheets are of two registers.
    """
    chosen: dict[str, list[str]] = {}
    registers: dict[str, Register] = {}
    for name, evidence in sheets:
        best, second = evidence[0], evidence[1]
        if best.speaks and best.weight > second.weight:
            chosen.setdefault(best.register.name, []).append(name)
            registers[best.register.name] = best.register
    if not chosen:
        if young():
            return next(e.register for _, found in sheets for e in found if e.register.name == "children")
        raise refused("register_unknown", file=file)
    if len(chosen) > 1 and _apart(sheets):
        names = ", ".join(
            f"“{sheet}” ({registers[register].label})" for register, found in chosen.items() for sheet in found
        )
        raise refused("register_two", file=file, candidates=names)
    return registers[max(chosen, key=lambda name: len(chosen[name]))]


def confirm(told: Register, sheets: Sequence[tuple[str, Sequence[Evidence]]], file: str) -> None:
    """Whether the sheets can be of the register that the caller named.

    Raises:
        Refused: they plainly are of another one.
    """
    for _, evidence in sheets:
        best = evidence[0]
        mine = next(e for e in evidence if e.register == told)
        if best.register != told and best.signature >= mine.signature + 2 and best.weight >= mine.weight + _CLEARLY:
            raise refused(
                "register_wrong",
                file=file,
                register_label=best.register.label,
                register_label_2=told.label,
                count=best.signature,
            )


def _words(text: str) -> str:
    return f" {' '.join(re.findall(r'[a-z0-9]+', fold(text)))} "


def _apart(sheets: Sequence[tuple[str, Sequence[Evidence]]]) -> bool:
    """Whether sheets of different registers are each plainly what they are."""
    plain = {evidence[0].register.name for _, evidence in sheets if evidence[0].weight >= evidence[1].weight + _CLEARLY}
    return len(plain) > 1
