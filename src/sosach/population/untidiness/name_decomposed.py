"""Letters and marks stored apart, as some telephones and computers do."""

from sosach.population.harm import only, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.NAME,
    lambda name: name.str.normalize("NFD"),
    share=0.03,
    rule=only("full_name", "full_name_spacing"),
)
