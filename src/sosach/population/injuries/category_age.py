"""The category is for another age."""

import polars as pl

from sosach.population.harm import in_turn, injury
from sosach.refdata.benefits import category_labels

_AGED = pl.col("category").str.contains("hưu trí")

INJURIES = injury(
    __name__,
    "category_age",
    "category",
    {"category": in_turn(category_labels()["5.1.b"], category_labels()["5.2"])},
    when=_AGED,
    registers=("beneficiaries",),
    weight=4,
)
