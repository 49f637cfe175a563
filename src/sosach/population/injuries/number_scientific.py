"""The spreadsheet shortened the number; the last digits are gone, or still there behind what is shown."""

import polars as pl

from sosach.population.harm import injury, number_injury
from sosach.population.writing import SCIENTIFIC

_KEPT = SCIENTIFIC + pl.col("personal_id").str.strip_chars_start("0")


def _shortened(number: pl.Expr) -> pl.Expr:
    digits = number.str.strip_chars_start("0")
    power = (digits.str.len_chars() - 1).cast(pl.String).str.zfill(2)
    return pl.concat_str(digits.str.head(1), pl.lit("."), digits.str.slice(1, 4), pl.lit("E+"), power)


INJURIES = (
    *number_injury(__name__, "scientific", _shortened, weight=4),
    *injury(__name__, "personal_id_scientific", "personal_id", {"personal_id": _KEPT}, weight=2),
)
