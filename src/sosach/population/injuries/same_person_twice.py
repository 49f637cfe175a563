"""One person was entered twice: as it stands, in capitals, or in another hamlet with a slip or without the number."""

import polars as pl

from sosach.population.commune import HOA_MAU
from sosach.population.harm import Injury, in_turn, injury

_NAME, _CODE, _NUMBER = pl.col("full_name"), pl.col("record_code"), pl.col("personal_id")
_SECOND_CODE = pl.concat_str(_CODE.str.head(2), pl.lit("9"), _CODE.str.slice(3))

# Not in the given name: twins are called so.
_MIDDLE, _SURNAME = _NAME.str.replace("nh ", "n "), _NAME.str.replace("^Tr", "Ch")
_SLIP = pl.when(_MIDDLE != _NAME).then(_MIDDLE).otherwise(_SURNAME)

_NEIGHBOURS = dict(zip(HOA_MAU.hamlets, (*HOA_MAU.hamlets[1:], HOA_MAU.hamlets[0]), strict=True))


def _elsewhere(column: str) -> pl.Expr:
    here = pl.col(column)
    there = here.str.replace_many(_NEIGHBOURS)
    return in_turn(here, here, there, there)


def _of(register: str, number: pl.Expr, when: pl.Expr) -> tuple[Injury, ...]:
    return injury(
        __name__,
        "row_same_person",
        None,
        {
            "record_code": _SECOND_CODE,
            "full_name": in_turn(_NAME, _NAME.str.to_uppercase(), _SLIP, _NAME),
            "personal_id": number,
            **{column: _elsewhere(column) for column in ("home", "hamlet", "address")},
        },
        when=when,
        registers=(register,),
        copied=True,
        weight=6,
    )


INJURIES = (
    *_of("children", in_turn(_NUMBER, _NUMBER, _NUMBER, None), pl.col("mother_name").is_not_null()),
    *_of("beneficiaries", _NUMBER, pl.lit(value=True)),
)
