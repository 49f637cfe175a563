"""The number of the health insurance stands in the column of the personal number."""

import polars as pl

from sosach.population.harm import in_turn, injury

_CARD = pl.col("health_insurance_no")

INJURIES = injury(
    __name__,
    "personal_id_health_insurance",
    "personal_id",
    {"personal_id": in_turn(_CARD, _CARD.str.slice(5))},
    when=_CARD.is_not_null(),
    registers=("children",),
    weight=3,
)
