"""The date in words."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.DATE,
    lambda date: date.str.replace(r"^(\d+)/(\d+)/(\d+)$", "ngày $1 tháng $2 năm $3"),
    share=0.01,
    when=lambda date: date.str.len_chars() == 10,
)
