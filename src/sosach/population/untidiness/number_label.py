"""The name of the number stands in front of it."""

from sosach.population.harm import in_turn, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.PERSONAL_ID,
    lambda number: in_turn("CCCD: ", "Số ", "ĐDCN ") + number,
    share=0.012,
    rule=lambda field: f"{field}_label",
)
