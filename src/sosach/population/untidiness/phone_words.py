"""Telephone numbers in groups, or as a quantity that lost its zero."""

from sosach.population.harm import in_turn, untidiness
from sosach.registers.field import Kind
from sosach.text.cells import NUMBER

UNTIDINESS = untidiness(
    __name__,
    Kind.PHONE,
    lambda phone: in_turn(
        phone.str.replace(r"^(\d{4})(\d{3})", "${1} ${2} "),
        phone.str.replace(r"^(\d{4})(\d{3})", "${1}.${2}."),
        NUMBER + phone.str.slice(1),
    ),
    share=0.1,
)
