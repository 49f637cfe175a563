"""The address lies in another commune."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__,
    "place_other_commune",
    "address",
    {"address": in_turn("Thôn Kênh Phố, xã Cao Đức, tỉnh Bắc Ninh", "Thôn Đông, xã Nhân Thắng, tỉnh Bắc Ninh")},
    weight=3,
)
