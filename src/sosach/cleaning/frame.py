"""A raw frame becomes a typed frame: every field cleaned, its source text kept beside it.

Raw frame: `index`, `sheet`, `row`, and per field `f__raw` (what Excel shows) and, where the column holds more than
plain text, `f__cell` (marked string). Typed frame: the same plus `f` (cleaned value), `f__state` and what else the kind
adds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from sosach.cleaning.column import CELL, Reading, read_column
from sosach.cleaning.kinds import TEXT_KINDS, readings
from sosach.cleaning.numbers import with_faults
from sosach.cleaning.places import Home, with_places
from sosach.dates.partial import high, low
from sosach.registers.field import Field, Kind
from sosach.registers.register import Register
from sosach.text import cells

# Columns of the plain text that stand in the frame only when some cell has something to tell.
_RARE = ("legacy", "charset", "invisible")


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What cleaning must know beyond the cells."""

    register: Register
    on: date
    home: Home | None = None  # the commune, when it is known
    by_kind: Mapping[Kind, Reading] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_kind", readings(self.on))


def typed(raw: pl.DataFrame, how: Cleaning) -> pl.DataFrame:
    """The typed frame of a raw frame, in the same order of rows."""
    present = [fact for fact in how.register.fields if f"{fact.name}__raw" in raw.columns]
    cleaned: dict[str, list[pl.Series]] = {}
    for kind in dict.fromkeys(fact.kind for fact in present):
        alike = [fact for fact in present if fact.kind is kind]
        cleaned |= _cleaned(raw, alike, how.by_kind[kind])
    columns = [raw[name] for name in ("index", "sheet", "row")]
    frame = pl.DataFrame([*columns, *(column for fact in present for column in cleaned[fact.name])])
    return with_places(with_faults(frame, how.register), how.home)


def field_columns(frame: pl.DataFrame, register: Register) -> list[str]:
    """The fields of the register that the frame has, in the register's order."""
    have = set(frame.columns)
    return [fact.name for fact in register.fields if fact.name in have]


def _cleaned(raw: pl.DataFrame, alike: Sequence[Field], how: Reading) -> dict[str, list[pl.Series]]:
    """The columns of all fields of a kind, read together: the same names stand in several of them."""
    cells_ = [_cell(raw, fact) for fact in alike]
    answers = read_column(pl.concat(cells_) if len(cells_) > 1 else cells_[0], how)
    return {
        fact.name: _columns(raw, fact, cell, answers.slice(i * raw.height, raw.height))
        for i, (fact, cell) in enumerate(zip(alike, cells_, strict=True))
    }


def _cell(raw: pl.DataFrame, fact: Field) -> pl.Series:
    shown = raw[f"{fact.name}__raw"]
    if f"{fact.name}__cell" not in raw.columns:
        return shown.alias(CELL)
    cell = raw[f"{fact.name}__cell"]
    return (_as_shown(shown, cell) if fact.kind in TEXT_KINDS else cell).alias(CELL)


def _columns(raw: pl.DataFrame, fact: Field, cell: pl.Series, answer: pl.DataFrame) -> list[pl.Series]:
    shown = raw[f"{fact.name}__raw"]
    if answer["value"].null_count() > shown.null_count():  # else no cell is blank
        shown = _seen(shown).alias(shown.name)
    columns = [answer["value"].alias(fact.name), shown]
    if f"{fact.name}__cell" in raw.columns:
        columns.append(cell.alias(f"{fact.name}__cell"))
    if f"{fact.name}__covered" in raw.columns:
        columns.append(raw[f"{fact.name}__covered"])
    if fact.kind is Kind.DATE:
        value = pl.col("value")
        answer = answer.with_columns(low(value).alias("low"), high(value).alias("high"))
    for name in answer.columns:
        if name != "value" and not (name in _RARE and _tells_nothing(answer[name])):
            columns.append(answer[name].alias(f"{fact.name}__{name}"))
    return columns


def _as_shown(shown: pl.Series, cell: pl.Series) -> pl.Series:
    """The text that Excel shows, except that fonts of old encodings keep their mark and broken formulas are empty."""
    frame = pl.DataFrame({"shown": shown, "cell": cell})
    old_font = cells.marked(pl.col("cell"), cells.TCVN3_FONT) | cells.marked(pl.col("cell"), cells.VNI_FONT)
    broken = cells.marked(pl.col("cell"), cells.ERROR) | cells.marked(pl.col("cell"), cells.UNCACHED)
    return frame.select(pl.when(old_font).then("cell").when(~broken).then("shown").alias("cell")).to_series()


def _seen(shown: pl.Series) -> pl.Series:
    """Blank cells are empty cells."""
    return shown.to_frame("s").select(pl.when(pl.col("s").str.contains(r"\S")).then("s")).to_series()


def _tells_nothing(column: pl.Series) -> bool:
    return not column.any() if column.dtype == pl.Boolean else column.null_count() == column.len()
