"""The person has died, the record has stayed, and the benefit goes on."""

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__,
    "benefit_after_death",
    "benefit_status",
    {"status": in_turn("Đã mất", "Đã chết", "Tử vong")},
    registers=("beneficiaries",),
    weight=4,
)
