"""The family has left the commune, the record has stayed."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__,
    "status_moved",
    "status",
    {"status": in_turn("Chuyển đi", "Chuyển khỏi địa bàn", "Đã chuyển")},
    weight=4,
)
