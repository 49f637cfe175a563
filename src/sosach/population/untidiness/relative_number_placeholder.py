"""A relative without a number has a word in its place."""

import polars as pl

from sosach.population.harm import NUMBERS, Untidiness, in_turn, name_of

UNTIDINESS = tuple(
    Untidiness(
        name=name_of(__name__),
        register=register,
        field=number,
        cell=in_turn("x", "không", "-", "0"),
        share=0.02,
        rule=f"{number}_placeholder",
        when=pl.col(number).is_null(),
    )
    for register, (_, *relatives) in NUMBERS.items()
    for number in relatives
)
