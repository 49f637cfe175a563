"""The benefit is drawn from a month long before the decision."""

import polars as pl

from sosach.population.harm import injury

_MONTH = pl.col("benefit_from").str.to_date("%d/%m/%Y", strict=False).dt.offset_by("-8mo")

INJURIES = injury(
    __name__,
    "benefit_before_decision",
    "benefit_from",
    {"benefit_from": _MONTH.dt.strftime("%d/%m/%Y")},
    registers=("beneficiaries",),
    weight=3,
)
