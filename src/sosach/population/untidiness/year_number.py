"""The year of birth is a number, not a text."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind
from sosach.text.cells import NUMBER

UNTIDINESS = untidiness(__name__, Kind.YEAR, lambda year: NUMBER + year, share=0.4)
