"""What stands there is no ethnic group, or one that is misspelt beyond doubt's reach."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__, "ethnicity_unknown", "ethnicity", {"ethnicity": in_turn("Lương", "Phật giáo", "Ngoại tỉnh")}, weight=3
)
