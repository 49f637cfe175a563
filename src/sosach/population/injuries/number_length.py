"""A digit was typed twice or left out."""

from sosach.population.harm import in_turn, number_injury

INJURIES = number_injury(
    __name__,
    "length",
    lambda number: in_turn(number.str.head(8) + number.str.slice(7), number.str.head(8) + number.str.slice(9)),
    weight=6,
)
