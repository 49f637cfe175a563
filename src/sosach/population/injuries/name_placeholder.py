"""A child without a birth certificate yet is called what newborns are called."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__,
    "full_name_placeholder",
    "full_name",
    {"full_name": in_turn("Trai", "Bé gái con bà Hoa", "Chưa đặt tên", "Gái", "Con thứ 2")},
    registers=("children",),
    weight=4,
)
