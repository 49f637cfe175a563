"""The children of the commune as they are: the facts that a register without a fault would hold.

Fields and values are those of records.parquet (see `registers/children.py`).
"""

from datetime import date

import polars as pl

from sosach.population.dice import Dice
from sosach.population.groups import KINH
from sosach.population.people import Serials, persons
from sosach.registers.children import REGISTER

_BIRTH_PLACES = {"Bệnh viện Đa khoa tỉnh Bắc Ninh": 6, "Bệnh viện Sản Nhi": 3, "Trạm Y tế xã": 1}
_BOTH_SURNAMES = 0.04
_DISABLED, _ELSEWHERE, _LATE = 0.012, 0.12, 0.05
_ACTS_PER_BOOK = 100


def children(line: pl.DataFrame, homes: pl.DataFrame, seed: int, on: date) -> pl.DataFrame:
    """Facts about children.

    Args:
        line: who was born when, from `households.births`.
        homes: their families, from `households.families`.
        seed: of the population.
        on: the reference day.

    Returns:
        One row per child with every field of the register; beside them `child`, `household`, `twin`, `born` (pl.Date),
        `registered` (pl.Date), `book_no`, `here` (registered in this commune).
    """
    dice = Dice(seed, "child")
    known = homes[line["household"]].drop("household", "children")
    both = (
        pl.col("mother_name").is_not_null()
        & (pl.col("ethnicity") == KINH)
        & dice.happens("both surnames", _BOTH_SURNAMES)
    )
    people = line.hstack(known).with_columns(
        sex=pl.when(dice.happens("girl", 0.47)).then(pl.lit("female")).otherwise(pl.lit("male")),
        surname=pl.when(both).then(pl.concat_str("surname", "mother_surname", separator=" ")).otherwise("surname"),
        birth_year=pl.col("birth_date").dt.year(),
        born="birth_date",
    )
    people = _with_names_of_their_own(persons(people, dice, Serials.FAMILY), seed).with_columns(
        **_registration(dice, on), **_schooling(), special_circumstance=_circumstance(dice)
    )
    people = people.with_columns(**_acts(), **_constants(), **_insurance(), birth_date=pl.col("born").cast(pl.String))
    beside = ("child", "household", "twin", "born", "registered", "book_no", "here")
    return people.select(*beside, *REGISTER.by_name)


def _with_names_of_their_own(people: pl.DataFrame, seed: int) -> pl.DataFrame:
    """No child bears the name of a sister or brother born before."""
    again = 0
    named = pl.struct("household", "full_name")
    while (same := ~people.select(named.is_first_distinct()).to_series()).any():
        again += 1
        new = persons(people.filter(same), Dice(seed, "child", f"named again {again}"), Serials.FAMILY)
        people = people.with_columns(full_name=people["full_name"].scatter(same.arg_true(), new["full_name"]))
    return people


def _registration(dice: Dice, on: date) -> dict[str, pl.Expr]:
    """When and where the birth was registered: within 60 days as the law wants it, seldom later."""
    late = dice.happens("late", _LATE)
    days = pl.when(late).then(dice.whole("days late", 61, 400)).otherwise(dice.whole("days", 2, 58))
    registered = pl.min_horizontal(pl.col("born") + pl.duration(days=days), pl.lit(on) - pl.duration(days=1))
    return {
        "registered": registered,
        "here": ~dice.happens("elsewhere", _ELSEWHERE),
        "birth_place": dice.one_of("birth place", list(_BIRTH_PLACES), list(_BIRTH_PLACES.values())),
    }


def _acts() -> dict[str, pl.Expr]:
    """Number of the act and of the book: acts are counted through the year."""
    year = pl.col("registered").dt.year()
    number = (pl.struct("registered", "child").rank("ordinal").over(year, "here")).cast(pl.Int64)
    book = ((number - 1) // _ACTS_PER_BOOK + 1).cast(pl.String).str.zfill(2)
    number = pl.when("here").then(number).otherwise(number * 7 % 300 + 1)  # acts of other communes
    return {
        "birth_cert_no": pl.concat_str(number.cast(pl.String), year.cast(pl.String), separator="/"),
        "book_no": pl.concat_str(book, year.cast(pl.String), separator="/"),
    }


def _schooling() -> dict[str, pl.Expr]:
    """School and class of the school year 2025-2026, which goes by the year of birth."""
    grade = 2020 - pl.col("birth_year")
    school = (
        pl.when(grade >= 10)
        .then(pl.lit("Trường THPT Hòa Mẫu"))
        .when(grade >= 6)
        .then(pl.lit("Trường THCS Hòa Mẫu"))
        .when(grade >= 1)
        .then(pl.lit("Trường Tiểu học Hòa Mẫu"))
        .when(grade >= -2)
        .then(pl.lit("Trường Mầm non Hòa Mẫu"))
    )
    letter = pl.lit(pl.Series(["A", "B", "C"])).gather((pl.col("child") % 3).cast(pl.UInt32))
    return {"school": school, "class_name": pl.when(grade >= 1).then(pl.concat_str(grade.cast(pl.String), letter))}


def _circumstance(dice: Dice) -> pl.Expr:
    disabled = dice.one_of("degree", ["d.1", "d.2", "d.3"], [1, 3, 1])
    return (
        pl.when(pl.col("family") == "orphans")
        .then(pl.lit("a.3"))
        .when(dice.happens("disabled", _DISABLED))
        .then(disabled)
    )


def _insurance() -> dict[str, pl.Expr]:
    small = pl.col("birth_year") >= 2020
    number = (pl.col("child") * 7_919 % 100_000_000).cast(pl.String).str.zfill(8)
    return {
        "health_insurance_no": pl.concat_str(
            pl.when(small).then(pl.lit("TE1")).otherwise(pl.lit("HS4")), pl.lit("2727"), number
        )
    }


def _constants() -> dict[str, pl.Expr]:
    return {
        "record_code": pl.concat_str(pl.lit("TE27"), (pl.int_range(1, pl.len() + 1)).cast(pl.String).str.zfill(6)),
        "nationality": pl.lit("Việt Nam"),
        "at_risk": pl.when(pl.col("family") == "away").then(pl.lit("Cha mẹ đi làm ăn xa")),
        "status": pl.lit("managed"),
        "note": pl.lit(None, pl.String),
    }
