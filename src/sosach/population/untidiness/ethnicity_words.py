"""Other ways of writing Kinh."""

from sosach.population.harm import in_turn, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.ETHNICITY,
    lambda _: in_turn("kinh", "KINH", "Kinh ", "Dân tộc Kinh", "Việt"),
    share=0.05,
    when=lambda ethnicity: ethnicity == "Kinh",
)
