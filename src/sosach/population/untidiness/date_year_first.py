"""The year first, as programs write it."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.DATE,
    lambda date: date.str.split("/").list.reverse().list.join("-"),
    share=0.02,
    when=lambda date: date.str.len_chars() == 10,
)
