"""Something stands where the number should be, so that the software lets the record be saved."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__,
    "personal_id_placeholder",
    "personal_id",
    {"personal_id": in_turn("0", "chưa có", "x", "000000000000", "-", "không", "đang làm", "111111111111", "chua cap")},
    weight=6,
)
