"""One person was entered twice: as it stands, in another writing, or with a slip and without the number."""

import polars as pl

from sosach.population.harm import in_turn, injury

_NAME, _CODE, _NUMBER = pl.col("full_name"), pl.col("record_code"), pl.col("personal_id")
_SECOND_CODE = pl.concat_str(_CODE.str.head(2), pl.lit("9"), _CODE.str.slice(3))
# Not in the given name: twins are called so.
_MIDDLE, _SURNAME = _NAME.str.replace("nh ", "n "), _NAME.str.replace("^Tr", "Ch")
_SLIP = pl.when(_MIDDLE != _NAME).then(_MIDDLE).otherwise(_SURNAME)

INJURIES = (
    *injury(
        __name__,
        "row_same_person",
        None,
        {
            "record_code": _SECOND_CODE,
            "full_name": in_turn(_NAME, _NAME.str.to_uppercase(), _SLIP, _NAME),
            "personal_id": in_turn(_NUMBER, _NUMBER, _NUMBER, None),
        },
        when=pl.col("mother_name").is_not_null(),
        registers=("children",),
        copied=True,
        weight=8,
    ),
    *injury(
        __name__,
        "row_same_person",
        None,
        {"record_code": _SECOND_CODE, "full_name": in_turn(_NAME, _NAME.str.to_uppercase(), _SLIP)},
        registers=("beneficiaries",),
        copied=True,
        weight=4,
    ),
)
