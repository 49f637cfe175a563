"""Two children of one mother, born a few months apart: one date, or the mother, is wrong."""

import polars as pl

from sosach.population.harm import BESIDE, CHILDREN, Beside, injury, odd

_DAYS = 130

_ELDER = pl.col(f"birth_date{BESIDE}").str.to_date("%d/%m/%Y", strict=False)
_BORN = _ELDER + pl.duration(days=_DAYS)
_NUMBER = pl.col("personal_id")

INJURIES = injury(
    __name__,
    "siblings_too_close",
    "birth_date",
    {
        "birth_date": _BORN.dt.strftime("%d/%m/%Y"),
        "personal_id": pl.concat_str(_NUMBER.str.head(4), _BORN.dt.strftime("%y"), odd(_NUMBER)),
    },
    when=(
        (pl.col("household_code") == pl.col(f"household_code{BESIDE}"))
        & (pl.col("birth_date") != pl.col(f"birth_date{BESIDE}"))
        & pl.col("mother_name").is_not_null()
        & (pl.col(CHILDREN) == 2)  # a third one may be the elder's twin
    ),
    registers=("children",),
    needs=("household_code",),
    beside=Beside.ABOVE,
    weight=3,
)
