"""Day and month without their zeros."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.DATE,
    lambda date: date.str.replace_all(r"\b0", ""),
    share=0.06,
    when=lambda date: date.str.len_chars() == 10,
)
