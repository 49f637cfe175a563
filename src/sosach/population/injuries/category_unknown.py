"""What the person is said to draw is in no list."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__,
    "category_unknown",
    "category",
    {"category": in_turn("Hỗ trợ khác", "Diện 3B", "Gia đình khó khăn")},
    registers=("beneficiaries",),
    weight=4,
)
