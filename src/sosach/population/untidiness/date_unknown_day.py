"""Only the year is on record, and zeros or dashes stand for day and month."""

from sosach.population.harm import in_turn, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.DATE,
    lambda date: in_turn("00/00/", "--/--/") + date,
    share=0.5,
    when=lambda date: date.str.len_chars() == 4,
)
