"""The fourth digit tells the other sex: the number or the sex is wrong."""

import polars as pl

from sosach.population.harm import Injury, injury, odd

_OTHER = {"0": "1", "1": "0", "2": "3", "3": "2"}


def _of(number: str, registers: tuple[str, ...], weight: float) -> tuple[Injury, ...]:
    cell = pl.col(number)
    turned = pl.concat_str(cell.str.head(3), cell.str.slice(3, 1).replace(_OTHER), cell.str.slice(4, 2), odd(cell))
    return injury(
        __name__, f"{number}_sex", number, {number: turned}, when=cell.is_not_null(), registers=registers, weight=weight
    )


INJURIES = (
    *_of("personal_id", ("children", "beneficiaries"), 8),
    *_of("father_personal_id", ("children",), 2),
    *_of("mother_personal_id", ("children",), 2),
)
