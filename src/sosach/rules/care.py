"""Benefits that are paid to the person who cares, and whose row it is: the carer's, or that of the person cared for.

Decree 20/2021/NĐ-CP, Art. 18-20. Registers list such benefits under either.
"""

from datetime import date

import polars as pl

from sosach.dates.age import SIXTEEN
from sosach.refdata.benefits import benefits
from sosach.rules import ages

PAID_TO_CARER = tuple(sorted(key for key, benefit in benefits().items() if benefit.paid_to_carer))

OPTIONAL = ("disability_degree", "disability_type")


def paid_to_carer() -> pl.Expr:
    """Whether the benefit of the row is paid to the carer (never null)."""
    return pl.col("category").is_in(PAID_TO_CARER).fill_null(value=False)


def is_cared_for(on: date) -> pl.Expr:
    """Whether the row tells that its person is cared for: disabled, or under 16 (never null)."""
    disabled = pl.any_horizontal(pl.col(name).is_not_null() for name in OPTIONAL)
    return disabled | (ages.oldest(on) < SIXTEEN).fill_null(value=False)
