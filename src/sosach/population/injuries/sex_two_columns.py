"""In a list with a column for boys and one for girls both are filled."""

import polars as pl

from sosach.population.harm import injury
from sosach.population.writing import BOTH_SEXES, SEX_BY_COLUMN

INJURIES = injury(
    __name__,
    "sex_two_columns",
    "sex",
    {"sex": pl.lit(BOTH_SEXES)},
    registers=("children",),
    layout=SEX_BY_COLUMN,
    weight=3,
)
