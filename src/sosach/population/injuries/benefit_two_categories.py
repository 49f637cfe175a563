"""One person draws two benefits that nobody may draw at once."""

import polars as pl

from sosach.population.harm import injury
from sosach.refdata.benefits import category_labels

_CODE = pl.col("record_code")

INJURIES = injury(
    __name__,
    "benefit_two_categories",
    "category",
    {
        "record_code": pl.concat_str(_CODE.str.head(2), pl.lit("8"), _CODE.str.slice(3)),
        "category": pl.lit(category_labels()["5.5.a"]),
        "decision_no": pl.concat_str(pl.lit("7"), pl.col("decision_no")),
    },
    when=pl.col("category").str.contains("hưu trí"),
    registers=("beneficiaries",),
    copied=True,
    weight=4,
)
