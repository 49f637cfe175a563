"""The commune has no hamlet of that name."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__, "hamlet_unknown", "hamlet", {"hamlet": in_turn("Thôn Quán Gió", "Khu tái định cư", "Thôn 14")}, weight=3
)
