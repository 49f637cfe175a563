"""Somebody pulled the corner of a cell, and the spreadsheet counted on from row to row."""

import polars as pl

from sosach.population.harm import BESIDE, PLACE, TURN, Beside, Injury, injury
from sosach.population.people import NOBODYS_SERIALS

_ROWS = 5


def _of(number: str, register: str, named: dict[str, pl.Expr]) -> tuple[Injury, ...]:
    counted = (NOBODYS_SERIALS + pl.col(TURN).cast(pl.Int64) % 1_000 * 10 + pl.col(PLACE)).cast(pl.String)
    return injury(
        __name__,
        f"{number}_series",
        number,
        {number: pl.concat_str(pl.col(f"{number}{BESIDE}").str.head(6), counted), **named},
        when=pl.col(number).is_not_null(),
        registers=(register,),
        run=_ROWS,
        beside=Beside.FIRST,
    )


def _person(who: str, relation: str) -> dict[str, pl.Expr]:
    """Few rows have a guardian or carer: the name and the relation are filled down too."""
    return {
        f"{who}_name": pl.col(f"{who}_name{BESIDE}"),
        f"{who}_relation": pl.coalesce(f"{who}_relation", pl.lit(relation)),
    }


INJURIES = (
    *_of("personal_id", "children", {}),
    *_of("personal_id", "beneficiaries", {}),
    *_of("father_personal_id", "children", {}),
    *_of("mother_personal_id", "children", {}),
    *_of("guardian_personal_id", "children", _person("guardian", "Bà nội")),
    *_of("carer_personal_id", "beneficiaries", _person("carer", "Con gái")),
)
