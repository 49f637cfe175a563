"""The mother's number was copied into the father's cell, or the father's into the mother's."""

import polars as pl

from sosach.population.harm import injury

_BOTH = pl.col("father_personal_id").is_not_null() & pl.col("mother_personal_id").is_not_null()

INJURIES = (
    *injury(
        __name__,
        "parents_personal_id_same",
        "father_personal_id",
        {"father_personal_id": pl.col("mother_personal_id")},
        when=_BOTH,
        registers=("children",),
    ),
    *injury(
        __name__,
        "parents_personal_id_same",
        "mother_personal_id",
        {"mother_personal_id": pl.col("father_personal_id")},
        when=_BOTH,
        registers=("children",),
    ),
)
