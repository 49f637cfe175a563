"""The digits in groups, with dots as in sums."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.PERSONAL_ID,
    lambda number: number.str.replace(r"^(\d{3})(\d{3})(\d{3})", "${1}.${2}.${3}."),
    share=0.015,
    rule=lambda field: f"{field}_separators",
)
