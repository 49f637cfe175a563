"""The person has died, the record has stayed."""

import polars as pl

from sosach.population.harm import Injury, in_turn, injury

_DIED = {"status": in_turn("Đã chết", "Đã mất", "Tử vong")}


def _of(register: str, cells: dict[str, pl.Expr]) -> tuple[Injury, ...]:
    return injury(__name__, "status_deceased", "status", cells, registers=(register,), weight=3)


INJURIES = (
    *_of("children", _DIED),
    *_of("beneficiaries", {**_DIED, "benefit_status": pl.lit("Thôi hưởng")}),
)
