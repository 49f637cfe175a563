"""Dashes between day, month and year."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.DATE,
    lambda date: date.str.replace_all("/", "-", literal=True),
    share=0.05,
    when=lambda date: date.str.len_chars() == 10,
)
