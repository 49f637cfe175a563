"""Spaces that do not break, from a web page."""

from sosach.population.harm import only, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.NAME,
    lambda name: name.str.replace_all(" ", "\u00a0"),
    share=0.01,
    rule=only("full_name", "full_name_spacing"),
)
