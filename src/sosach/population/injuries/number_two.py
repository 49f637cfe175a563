"""Two numbers in one cell: an old one beside the new one, or two of which either may be right."""

import polars as pl

from sosach.population.harm import injury, number_injury

_NUMBER = pl.col("personal_id")
_TWO_OF_TWELVE = pl.concat_str(_NUMBER, pl.lit("; "), _NUMBER.str.head(6), _NUMBER.str.slice(6).str.reverse())

INJURIES = (
    *number_injury(
        __name__,
        "two_numbers",
        lambda number: pl.concat_str(pl.lit("125"), number.str.slice(6), pl.lit("/"), number),
        weight=2,
    ),
    *injury(
        __name__,
        "personal_id_two_numbers",
        "personal_id",
        {"personal_id": _TWO_OF_TWELVE},
        when=_NUMBER.str.slice(6) != _NUMBER.str.slice(6).str.reverse(),
    ),
)
