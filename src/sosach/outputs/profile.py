"""What the columns of a file look like: how much is filled in, how much was tidy, was cleaned, has to be settled."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from sosach.findings.wording import quoted, shown
from sosach.outputs.checked import Checked
from sosach.outputs.figures import PLACE, problems
from sosach.outputs.shown import discreet, masked
from sosach.registers.field import Field, Kind

ODD_VALUES = 3  # how many odd values are named per column
_LOOKED_AT = 50  # how many are looked at: several may be one when numbers are masked

# Above this many persons the distinct values are estimated (HyperLogLog, about 1 % off): counting them takes memory.
COUNTED_EXACTLY = 200_000

_PART = 50_000  # persons looked at together

# Kinds whose cleaned value is a code: the cell is tidy when it says the code's word, in capitals or not.
_SAID_IN_WORDS = (Kind.SEX, Kind.ETHNICITY, Kind.NATIONALITY, Kind.STATUS, Kind.BENEFIT_STATUS, Kind.POVERTY)

# Kinds whose cells are whole phrases: what was understood needed no cleaning.
_SAID_FREELY = (Kind.CATEGORY, Kind.CIRCUMSTANCE)


@dataclass(frozen=True, slots=True)
class OddValue:
    """A value that findings speak of, as it may be shown on a page."""

    text: str
    persons: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnProfile:
    """One field as it is filled in: persons = tidy + cleaned + wrong + missing + rightly empty."""

    field: Field
    persons: int
    filled: int
    distinct: int  # cleaned values
    estimated: bool  # whether `distinct` is an estimate
    cleaned: int | None  # cells that were tidied and are otherwise right; None where source texts were not kept
    wrong: int  # filled cells with an error or a warning
    missing: int  # empty cells with an error or a warning
    odd: tuple[OddValue, ...]  # most frequent first

    @property
    def tidy(self) -> int:
        """Filled cells that needed nothing."""
        return self.filled - self.wrong - (self.cleaned or 0)


def profile(checked: Checked) -> tuple[ColumnProfile, ...]:
    """The columns that the file has, in the order of the register."""
    fields = [f for f in checked.register.fields if f.name in _mapped(checked)]
    if not fields:
        return ()
    seen, odd = pl.collect_all([_seen(checked, fields), _odd(checked)], engine="streaming")
    counts = seen.row(0, named=True) | _concerned(checked)
    if _has_source(checked):
        counts |= _cleaned(checked, fields)
    return tuple(_profile(field, counts, odd.filter(pl.col("field") == field.name)) for field in fields)


def _mapped(checked: Checked) -> frozenset[str]:
    named = {column["field"] for column in checked.summary["source"]["columns"]}
    return frozenset(named & set(checked.records.collect_schema().names()))


def _has_source(checked: Checked) -> bool:
    return "raw" in checked.records.collect_schema()


def _seen(checked: Checked, fields: Sequence[Field]) -> pl.LazyFrame:
    """How many persons there are, and of every field how many cells are filled and how many values differ."""
    exact = checked.summary["persons"] <= COUNTED_EXACTLY
    values = {f.name: pl.col(f.name) for f in fields}
    cells = {f.name: _source(f) for f in fields} if _has_source(checked) else values
    return checked.records.select(
        pl.len().alias("persons"),
        *(cell.is_not_null().sum().alias(f"{name}/filled") for name, cell in cells.items()),
        *(
            (value.drop_nulls().n_unique() if exact else value.approx_n_unique()).alias(f"{name}/distinct")
            for name, value in values.items()
        ),
    )


def _concerned(checked: Checked) -> dict[str, int]:
    """Cells with an error or a warning: `wrong` where something stands in them, `missing` where nothing does."""
    cells = problems(checked.findings).drop_nulls("field").unique([*PLACE, "field"])
    empty = pl.col("value").is_null()
    counted = cells.group_by("field").agg((~empty).sum().alias("wrong"), empty.sum().alias("missing"))
    rows = counted.collect(engine="streaming").iter_rows(named=True)
    return {f"{row['field']}/{what}": row[what] for row in rows for what in ("wrong", "missing")}


def _cleaned(checked: Checked, fields: Sequence[Field]) -> dict[str, int]:
    """Cells that were tidied and are otherwise right, part by part: source texts and values are much to hold."""
    wrong = problems(checked.findings).group_by(PLACE).agg(pl.col("field").alias("_wrong")).collect(engine="streaming")
    asked = [_untidy(field).sum().alias(f"{field.name}/cleaned") for field in fields]
    records = checked.records.select(*PLACE, *(f.name for f in fields), "raw")
    counted: Counter[str] = Counter()
    for start in range(0, max(checked.summary["persons"], 1), _PART):
        part = records.slice(start, _PART).collect()
        counted.update(part.join(wrong, on=PLACE, how="left").select(asked).row(0, named=True))
    return dict(counted)


def _untidy(field: Field) -> pl.Expr:
    is_wrong = pl.col("_wrong").list.contains(field.name).fill_null(value=False)
    return _source(field).is_not_null() & ~is_wrong & ~_tidy(field).fill_null(value=False)


def _source(field: Field) -> pl.Expr:
    return pl.col("raw").struct.field(field.name)


def _tidy(field: Field) -> pl.Expr:
    """Whether the cell already says its value as people write it."""
    value, source = shown(pl.col(field.name), field.kind), _source(field)
    if field.kind in _SAID_FREELY:
        return value.is_not_null()
    if field.kind in _SAID_IN_WORDS:
        return source.str.to_lowercase() == value.str.to_lowercase()
    return source == value


def _odd(checked: Checked) -> pl.LazyFrame:
    """The values that findings speak of most often; sensitive ones are not named."""
    spoken = problems(checked.findings).filter(pl.col("value").is_not_null())
    counted = spoken.group_by("field", "value").agg(pl.len().alias("persons"))
    most = (
        counted.sort("persons", "value", descending=[True, False])
        .group_by("field", maintain_order=True)
        .head(_LOOKED_AT)
    )
    text = quoted(masked(discreet(pl.col("value"), pl.col("field")))).alias("text")
    named = most.group_by("field", text).agg(pl.col("persons").sum())
    ordered = named.sort("persons", "text", descending=[True, False])
    return ordered.group_by("field", maintain_order=True).head(ODD_VALUES)


def _profile(field: Field, counts: Mapping[str, int], odd: pl.DataFrame) -> ColumnProfile:
    return ColumnProfile(
        field=field,
        persons=counts["persons"],
        filled=counts[f"{field.name}/filled"],
        distinct=counts[f"{field.name}/distinct"],
        estimated=counts["persons"] > COUNTED_EXACTLY,
        cleaned=counts.get(f"{field.name}/cleaned"),
        wrong=counts.get(f"{field.name}/wrong", 0),
        missing=counts.get(f"{field.name}/missing", 0),
        odd=tuple(OddValue(text, persons) for text, persons in odd.select("text", "persons").iter_rows()),
    )
