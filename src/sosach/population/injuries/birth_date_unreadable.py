"""Words stand where the date of birth should be."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__,
    "birth_date_unreadable",
    "birth_date",
    {"birth_date": in_turn("tuổi Mùi", "mùa gặt năm kia", "rằm tháng Giêng")},
    weight=2,
)
