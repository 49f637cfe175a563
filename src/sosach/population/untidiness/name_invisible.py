"""A letter without width or shape, pasted from a messenger."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.NAME,
    lambda name: name.str.head(3) + "\u200b" + name.str.slice(3),
    share=0.01,
    rule=lambda _: "text_invisible",
)
