"""The address shortened: the hamlet alone, without the kinds of units, or with dashes."""

from sosach.population.harm import in_turn, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.ADDRESS,
    lambda address: in_turn(
        address.str.split(",").list.first(),
        address.str.replace("xã ", "").str.replace("tỉnh ", ""),
        address.str.replace_all(", ", " - "),
    ),
    share=0.08,
)
