"""The number says that the birth was registered abroad, and nothing else in the record does."""

import polars as pl

from sosach.population.harm import Injury, in_turn, injury

_ABROAD = {"personal_id": pl.concat_str(in_turn("174", "279", "284"), pl.col("personal_id").str.slice(3))}

# A father from abroad has no number in the record, and explains where his child was born.
_FATHER_AT_HOME = pl.col("father_personal_id").is_not_null() | pl.col("father_name").is_null()


def _of(register: str, when: pl.Expr) -> tuple[Injury, ...]:
    return injury(
        __name__, "personal_id_prefix_abroad", "personal_id", _ABROAD, when=when, registers=(register,), weight=2
    )


INJURIES = (*_of("children", _FATHER_AT_HOME), *_of("beneficiaries", pl.lit(value=True)))
