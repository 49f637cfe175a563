"""An apostrophe in front, so that the spreadsheet leaves the number alone."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__, Kind.PERSONAL_ID, lambda number: "'" + number, share=0.012, rule=lambda field: f"{field}_separators"
)
