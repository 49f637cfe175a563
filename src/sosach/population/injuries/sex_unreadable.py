"""Something else stands where the sex should be."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(__name__, "sex_unreadable", "sex", {"sex": in_turn("1", "?", "kxđ", "0")}, weight=2)
