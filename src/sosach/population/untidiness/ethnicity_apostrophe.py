"""The many ways of writing the name of the Hmông."""

from sosach.population.harm import in_turn, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.ETHNICITY,
    lambda _: in_turn("H’Mông", "H'Mông", "Mông", "H Mông", "Hmông"),
    share=0.6,
    when=lambda ethnicity: ethnicity == "HMông",
)
