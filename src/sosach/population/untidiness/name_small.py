"""Names without any capital."""

from sosach.population.harm import only, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.NAME,
    lambda name: name.str.to_lowercase(),
    share=0.01,
    rule=only("full_name", "full_name_spacing"),
)
