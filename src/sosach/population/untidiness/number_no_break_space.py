"""A space behind that does not break, from a web page."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(__name__, Kind.PERSONAL_ID, lambda number: number + "\u00a0", share=0.01)
