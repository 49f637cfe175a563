"""The number tells another year of birth than the record."""

import polars as pl

from sosach.population.harm import Injury, injury, odd

_EARLIER = 3  # years


def _of(number: str, born: str, register: str, weight: float) -> tuple[Injury, ...]:
    cell = pl.col(number)
    year = cell.str.slice(4, 2).cast(pl.Int32, strict=False)
    shifted = pl.concat_str(cell.str.head(4), (year - _EARLIER).cast(pl.String).str.zfill(2), odd(cell))
    known = (year >= _EARLIER) & pl.col(born).is_not_null()
    return injury(
        __name__, f"{number}_birth_year", number, {number: shifted}, when=known, registers=(register,), weight=weight
    )


INJURIES = (
    *_of("personal_id", "birth_date", "children", 8),
    *_of("personal_id", "birth_date", "beneficiaries", 8),
    *_of("father_personal_id", "father_birth_year", "children", 2),
    *_of("mother_personal_id", "mother_birth_year", "children", 2),
    *_of("carer_personal_id", "carer_birth_date", "beneficiaries", 2),
)
