"""A form that leaves the office as a workbook, is filled in by others and comes back: its columns, its rows.

Three forms are of this kind: the list for the police, the list of a hamlet's household review, the typing list. Each
row carries a code, the facts by which people know what it is about, and columns to answer in. What came back is
compared with what was sent, never trusted by its place: offices sort, delete, insert and shift.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """What a column of a form is for."""

    CODE = "code"  # tells which row of which batch it is
    NUMBER = "number"  # the running number; nobody relies on it
    FACT = "fact"  # sent to be read, comes back as it was
    ANSWER = "answer"  # to be filled in


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """One column of a form."""

    key: str
    heading: str  # exactly as sent
    part: Part
    width: float = 12.0  # in characters
    also: tuple[str, ...] = ()  # headings that offices turn it into
    choices: tuple[str, ...] = ()  # of a drop-down
    needed: bool = False  # without it the form cannot be taken back
    advice: str = ""  # shown when the cell is chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The columns of a form in order."""

    name: str  # in code
    sheet: str  # the sheet's name
    columns: tuple[FormColumn, ...]
    by_key: Mapping[str, FormColumn] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {column.key: column for column in self.columns})

    def of(self, part: Part) -> tuple[FormColumn, ...]:
        """The columns of one part, in order."""
        return tuple(column for column in self.columns if column.part is part)

    @property
    def code(self) -> FormColumn | None:
        """The column of the row's code; a form of which nothing is sent but the heading has none."""
        return next(iter(self.of(Part.CODE)), None)

    @property
    def facts(self) -> tuple[FormColumn, ...]:
        """The columns that are sent to be read."""
        return self.of(Part.FACT)

    @property
    def answers(self) -> tuple[FormColumn, ...]:
        """The columns that are to be filled in."""
        return self.of(Part.ANSWER)


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row as it was sent."""

    number: int  # from 1
    code: str
    facts: tuple[str, ...]  # as printed, in the order of the form's facts; empty where nothing stands


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedRow:
    """A row as it came back; nothing of it is believed yet."""

    sheet: str
    row: int  # 1-based row of the sheet
    code: str
    facts: tuple[str | None, ...]  # in the order of the form's facts; None where the column is missing
    answers: Mapping[str, str]  # marked strings (`text.cells`) by key of the column, only those that are filled in
    coloured: bool = False  # a cell of it has a colour that was not sent
    remark: str = ""  # what comments attached to its cells say


_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_DIGITS = re.compile(r"0*(\d+)")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def comparable(fact: str) -> str:
    """A fact as it is compared and sealed: what spreadsheets do to texts by themselves makes no difference.

    >>> comparable("027 215")
    '027 215'
    >>> comparable(" 027215600001") == comparable("27215600001")
    True
    >>> comparable("4/6/2018") == comparable("04/06/2018")
    True
    """
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", fact)).strip()
    if day := _DAY.fullmatch(text):
        return f"{int(day[1])}/{int(day[2])}/{day[3]}"
    digits = _DIGITS.fullmatch(text)
    return digits[1] if digits else text


def same_facts(sent: Sequence[str], returned: Sequence[str | None]) -> tuple[bool, ...]:
    """Fact by fact whether it came back as it was sent; a column that is missing tells nothing against it."""
    return tuple(
        back is None or comparable(fact) == comparable(back) for fact, back in zip(sent, returned, strict=True)
    )
