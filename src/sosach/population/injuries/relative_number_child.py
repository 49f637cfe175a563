"""A relative's number is that of a child: brother, sister, or the neighbour's."""

import polars as pl

from sosach.population.harm import NUMBERS, Injury, name_of

INJURIES = tuple(
    Injury(
        name=name_of(__name__),
        register=register,
        rule=f"{number}_child",
        field=number,
        cells={number: pl.concat_str(pl.col(number).str.head(3), pl.lit("215"), pl.col(number).str.slice(6))},
        when=pl.col(number).is_not_null(),
    )
    for register, (_, *relatives) in NUMBERS.items()
    for number in relatives
)
