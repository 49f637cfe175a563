"""A date of the benefit cannot be read."""

import polars as pl

from sosach.population.harm import Injury, in_turn, injury


def _of(field: str) -> tuple[Injury, ...]:
    words = in_turn("31/11/2024", "13/2025", "quý 3")
    return injury(
        __name__,
        "benefit_date_unreadable",
        field,
        {field: words},
        when=pl.col(field).is_not_null(),
        registers=("beneficiaries",),
    )


INJURIES = (*_of("decision_date"), *_of("benefit_from"), *_of("carer_birth_date"))
