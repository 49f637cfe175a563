"""A person with a disability has become sixty: the amount goes by the age, the record does not."""

import polars as pl

from sosach.population.harm import injury, odd

_NUMBER = pl.col("personal_id")

INJURIES = injury(
    __name__,
    "category_changes_at_age",
    "category",
    {
        "birth_date": pl.lit("28/06/1966"),
        "personal_id": pl.concat_str(_NUMBER.str.head(4), pl.lit("66"), odd(_NUMBER)),
    },
    when=pl.col("category").str.starts_with("Người khuyết tật") & _NUMBER.str.slice(3, 1).is_in(["0", "1"]),
    registers=("beneficiaries",),
    weight=3,
)
