"""Names in capitals."""

from sosach.population.harm import only, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.NAME,
    lambda name: name.str.to_uppercase(),
    share=0.1,
    rule=only("full_name", "full_name_spacing"),
)
