"""A tax number of ten digits stands in the column of the personal number; these are made up, check digit and all."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__, "personal_id_tax", "personal_id", {"personal_id": in_turn("7999600016", "9999600034", "9999800019")}
)
