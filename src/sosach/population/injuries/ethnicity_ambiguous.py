"""A way of writing that several groups share."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(__name__, "ethnicity_ambiguous", "ethnicity", {"ethnicity": in_turn("Tho", "Lao")}, weight=2)
