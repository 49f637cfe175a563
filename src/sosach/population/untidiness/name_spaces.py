"""Spaces before, behind and between, as they come with pasted names."""

from sosach.population.harm import only, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.NAME,
    lambda name: " " + name.str.replace_all(" ", "  ") + " ",
    share=0.04,
    rule=only("full_name", "full_name_spacing"),
)
