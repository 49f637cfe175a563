"""What spreadsheets and tired hands do to data: an injury is a fault that must be found, untidiness must not be one.

Both say what becomes of cells as expressions over the tidy cells of the row, in the writing of `text/cells.py`. An
injury also says which rule has to speak of which field, so that tests know what was done to whom.
"""

import dataclasses
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

import polars as pl

from sosach.registers.catalogue import registers
from sosach.registers.field import Kind

# The columns of numbers and of names in each register; the person's own comes first.
NUMBERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "children": ("personal_id", "father_personal_id", "mother_personal_id", "guardian_personal_id"),
        "beneficiaries": ("personal_id", "carer_personal_id"),
    }
)
PEOPLE = tuple(NUMBERS)
ALL = (*PEOPLE, "births")

# What expressions may look at beyond the cells of the row:
HOME = "home"  # the hamlet where the person lives; in lists of hamlets it is the sheet
TURN = "turn"  # which of those injured in one way this is, from 0
PLACE = "place"  # where in its run the row stands, from 0
CHILDREN = "children"  # how many of the household are in the register
BESIDE = "__beside"  # ends the name of a cell of the other person, see `Beside`


class Beside(StrEnum):
    """Whose cells an injury may copy; the rule then speaks of both."""

    ANYBODY = "anybody"  # somebody else of the file
    ABOVE = "above"  # the person in the row above
    FIRST = "first"  # the first person of the run


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Injury:
    """A fault, and who has to notice it."""

    name: str
    register: str
    rule: str  # the code that must speak
    field: str | None  # of which field; None: of the row as a whole
    cells: Mapping[str, pl.Expr]  # what the cells become
    when: pl.Expr = dataclasses.field(default_factory=lambda: pl.lit(value=True))  # who can suffer it
    needs: tuple[str, ...] = ()  # fields beside those of the cells without which nobody could notice it
    weight: float = 1.0  # how often, beside other injuries
    run: int = 1  # so many rows on end are injured together
    copied: bool = False  # the row stays, and the injured one is a second row
    beside: Beside | None = None
    layout: str | None = None  # only in files laid out like this; None: wherever the fields are

    def looks_at(self) -> frozenset[str]:
        """The fields a file must have for this to be done to it."""
        names = {name for cell in self.cells.values() for name in cell.meta.root_names()} - {
            TURN,
            PLACE,
            CHILDREN,
            HOME,
        }
        own = {self.field} if self.field else set()
        return frozenset({name.removesuffix(BESIDE) for name in names} | own | set(self.needs))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Untidiness:
    """Another way of writing what is right."""

    name: str
    register: str
    field: str
    cell: pl.Expr
    share: float  # of those who can be written so
    rule: str | None = None  # the code that says what was cleaned, always as info
    when: pl.Expr = dataclasses.field(default_factory=lambda: pl.lit(value=True))


def name_of(module: str) -> str:
    """An injury is called after its file."""
    return module.rsplit(".", 1)[1]


def injury(
    module: str, rule: str, field: str | None, cells: Mapping[str, pl.Expr], **facts: object
) -> tuple[Injury, ...]:
    """The same injury in several registers.

    Args:
        module: `__name__` of the injury's file.
        rule: the code that must speak.
        field: of which field.
        cells: what the cells become.
        facts: `registers` (default: children and beneficiaries) and the other fields of `Injury`.
    """
    where = facts.pop("registers", PEOPLE)
    return tuple(
        Injury(name=name_of(module), register=register, rule=rule, field=field, cells=cells, **facts)  # type: ignore[arg-type]  # checked by the dataclass itself
        for register in where  # type: ignore[attr-defined]  # a tuple of names
    )


def number_injury(module: str, what: str, cell: Callable[[pl.Expr], pl.Expr], **facts: object) -> tuple[Injury, ...]:
    """The same injury to the number of the person and of every relative.

    Args:
        module: `__name__` of the injury's file.
        what: the end of the code: `lost_zero` of `personal_id_lost_zero`, `father_personal_id_lost_zero` ...
        cell: what becomes of a number.
        facts: other fields of `Injury`; `weight` is the weight of the person's own number.
    """
    return tuple(
        Injury(
            name=name_of(module),
            register=register,
            rule=f"{number}_{what}",
            field=number,
            cells={number: cell(pl.col(number))},
            when=pl.col(number).is_not_null(),
            **(facts if number == "personal_id" else {}),  # type: ignore[arg-type]  # checked by the dataclass itself
        )
        for register, numbers in NUMBERS.items()
        for number in numbers
    )


def untidiness(
    module: str, kind: Kind, cell: Callable[[pl.Expr], pl.Expr], share: float, **facts: object
) -> tuple[Untidiness, ...]:
    """The same untidiness in every field of a kind, in every register.

    Args:
        module: `__name__` of the file.
        kind: of the fields.
        cell: what becomes of a cell.
        share: of those who can be written so.
        facts: `when` as a function of the cell (default: it is filled), and `rule` as a function of the field's name.
    """
    when = facts.get("when", pl.Expr.is_not_null)
    rule = facts.get("rule", _nothing_said)
    return tuple(
        Untidiness(
            name=name_of(module),
            register=register.name,
            field=field.name,
            cell=cell(pl.col(field.name)),
            share=share,
            when=when(pl.col(field.name)),  # type: ignore[operator]  # a function of the cell
            rule=rule(field.name),  # type: ignore[operator]  # a function of the name
        )
        for register in registers().values()
        for field in register.fields
        if field.kind is kind
    )


def only(field: str, rule: str) -> Callable[[str], str | None]:
    """Something is said of this field alone."""
    return lambda name: rule if name == field else None


def _nothing_said(_: str) -> None:
    return None


def odd(number: pl.Expr) -> pl.Expr:
    """The serial of a number made odd: whatever else is done to the number, it is nobody's."""
    serial = number.str.slice(6).cast(pl.Int64, strict=False)
    return (serial + (serial + 1) % 2).cast(pl.String)


def in_turn(*values: str | pl.Expr | None) -> pl.Expr:
    """The values one after the other, over those injured in one way."""
    chosen = pl.lit(None, pl.String)
    for turn, value in enumerate(values):
        cell = value if isinstance(value, pl.Expr) else pl.lit(value, pl.String)
        chosen = pl.when(pl.col(TURN) % len(values) == turn).then(cell).otherwise(chosen)
    return chosen
