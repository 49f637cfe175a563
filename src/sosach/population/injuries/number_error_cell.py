"""The cell is a formula that found nothing."""

import polars as pl

from sosach.population.harm import injury
from sosach.text.cells import ERROR

INJURIES = injury(
    __name__,
    "personal_id_error_cell",
    "personal_id",
    {"personal_id": pl.lit(ERROR + "#N/A")},
    weight=2,
)
