"""The nationality was written in the column of the ethnic group."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(__name__, "ethnicity_nationality", "ethnicity", {"ethnicity": in_turn("Việt Nam", "VN")}, weight=4)
