"""The one fault of a number that speaks: what its shape tells, seen beside the other facts of the row."""

import polars as pl

from sosach.ids import personal_id
from sosach.registers.field import Kind, relative_of
from sosach.registers.register import Register

# What the person's own number is seen beside; relatives' numbers are seen beside the year of their birth.
FIELDS_OF_FAULTS = frozenset({"sex", "birth_date", "health_insurance_no"})

_SEX_OF_RELATIVE = {"father": "male", "mother": "female"}


# States by shape that the other facts of the row may turn into another fault.
_OPEN = ("digits", "scientific", "insurance_card")


def with_faults(frame: pl.DataFrame, register: Register) -> pl.DataFrame:
    """Replaces `<number>__state` by the fault that speaks, for the person's number and those of relatives."""
    numbers = [f.name for f in register.fields if f.kind is Kind.PERSONAL_ID and f.name in frame.columns]
    have = set(frame.columns)
    for number in numbers:
        state = f"{number}__state"
        is_open = frame[state].is_in(pl.Series(_OPEN, dtype=frame[state].dtype).implode())
        if is_open.any():
            told = frame.filter(is_open).select(_fault(number, have, register)).to_series()
            frame = frame.with_columns(frame[state].scatter(is_open.arg_true(), told).alias(state))
    return frame


def _fault(number: str, have: set[str], register: Register) -> pl.Expr:
    who = relative_of(number)
    prefix = f"{who}_" if who else ""
    sex = _or_null("sex", have) if who is None else pl.lit(_SEX_OF_RELATIVE.get(who), dtype=pl.String)
    year = _year(f"{prefix}birth_year", f"{prefix}birth_date", have)
    insurance = _or_null("health_insurance_no", have) if who is None else pl.lit(None, dtype=pl.String)
    return personal_id.fault(number, sex=sex, birth_year=year, insurance=insurance)


def _or_null(column: str, have: set[str]) -> pl.Expr:
    return pl.col(column) if column in have else pl.lit(None, dtype=pl.String)


def _year(year: str, date: str, have: set[str]) -> pl.Expr:
    if year in have:
        return pl.col(year).cast(pl.Int32)
    return _or_null(date, have).str.head(4).cast(pl.Int32)
