"""The hamlet without the word for it, abbreviated, in small letters or in capitals."""

from sosach.population.harm import in_turn, untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(
    __name__,
    Kind.HAMLET,
    lambda hamlet: in_turn(
        hamlet.str.slice(5), hamlet.str.replace("Thôn", "T."), hamlet.str.to_lowercase(), hamlet.str.to_uppercase()
    ),
    share=0.05,
)
