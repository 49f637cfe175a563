"""The cell is a number, and its format shows the zeros: what it shows is what is meant."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind
from sosach.text.cells import SHOWN

UNTIDINESS = untidiness(
    __name__,
    Kind.PERSONAL_ID,
    lambda number: SHOWN + number,
    share=0.03,
    rule=lambda field: f"{field}_shown",
)
