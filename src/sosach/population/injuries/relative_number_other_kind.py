"""A telephone number stands where the personal number of a relative should be."""

import polars as pl

from sosach.population.harm import NUMBERS, Injury, name_of

INJURIES = tuple(
    Injury(
        name=name_of(__name__),
        register=register,
        rule=f"{number}_other_kind",
        field=number,
        cells={number: pl.col("phone")},
        when=pl.col(number).is_not_null() & pl.col("phone").is_not_null(),
    )
    for register, (_, *relatives) in NUMBERS.items()
    for number in relatives
)
