"""Who stands only in the register and who only in the births book, and why that may be.

A birth is registered within 60 days where father or mother live, which may be another commune (Law on Civil Status
60/2014/QH13, Art. 13 and 15); the number is given at that registration (Art. 16(2)), so a child with a number has been
registered somewhere. Who has completed sixteen years is no child any more (Law on Children 102/2016/QH13, Art. 1).
"""

from datetime import date, timedelta

import polars as pl

from sosach.dates.age import sixteen_on
from sosach.dates.partial import high
from sosach.people.status import told_by
from sosach.text.folding import search_key

DAYS_TO_REGISTER = 60

# Why a person of the register is not in the births book.
ONLY_IN_REGISTER = pl.Enum(
    [
        "double",  # the register has this child twice, and the other row was found
        "left",  # moved, deceased, sixteen: not asked for
        "registered_elsewhere",  # has a number or a certificate, so another commune's book has the birth
        "overdue",  # more than 60 days old, no sign of a registration
        "within_60_days",
        "undated",  # nobody knows how old
    ]
)
# Why a birth is not in the register.
ONLY_IN_BIRTHS = pl.Enum(
    [
        "double",  # the book has this child twice, and the other entry was found
        "gone",  # died or moved away, as the book's remark says
        "sixteen",
        "other_commune",  # lived elsewhere when the birth was registered
        "new",  # to be added
    ]
)

_GONE = ("moved", "deceased", "aged_out")


def only_in_register(rows: pl.DataFrame, double: pl.Series, on: date) -> pl.Series:
    """Why each of these persons of a register is not in the births book (`ONLY_IN_REGISTER`).

    Args:
        rows: `birth_date`, `personal_id`, `birth_cert_no`, `status`, `note` as in records; null where it lacks them.
        double: whether the person's other row was found.
        on: the reference day.
    """
    last_day = high(pl.col("birth_date")) + timedelta(days=DAYS_TO_REGISTER)
    numbered = pl.col("personal_id").is_not_null() | pl.col("birth_cert_no").is_not_null()
    why = (
        pl.when(pl.lit(double)).then(pl.lit("double"))
        .when(pl.col("status").is_in(_GONE) | _is_gone() | _is_sixteen(on)).then(pl.lit("left"))
        .when(numbered).then(pl.lit("registered_elsewhere"))
        .when(pl.col("birth_date").is_null()).then(pl.lit("undated"))
        .when(last_day < on).then(pl.lit("overdue"))
        .otherwise(pl.lit("within_60_days"))
    )  # fmt: skip
    return rows.select(why.cast(ONLY_IN_REGISTER).alias("why")).to_series()


def only_in_births(rows: pl.DataFrame, double: pl.Series, on: date, home: str | None) -> pl.Series:
    """Why each of these births is not in the register (`ONLY_IN_BIRTHS`).

    Args:
        rows: `birth_date`, `note` as in records, and `commune` (`linkage.facts`).
        double: whether the child's other entry was found.
        on: the reference day.
        home: the register's commune as a search key (`meeting.home_of`); None: not known.
    """
    elsewhere = (search_key(pl.col("commune")) != home).fill_null(value=False) if home else pl.lit(value=False)
    why = (
        pl.when(pl.lit(double)).then(pl.lit("double"))
        .when(_is_gone()).then(pl.lit("gone"))
        .when(_is_sixteen(on)).then(pl.lit("sixteen"))
        .when(elsewhere).then(pl.lit("other_commune"))
        .otherwise(pl.lit("new"))
    )  # fmt: skip
    return rows.select(why.cast(ONLY_IN_BIRTHS).alias("why")).to_series()


def _is_gone() -> pl.Expr:
    return told_by(pl.col("note")).is_in(_GONE).fill_null(value=False)


def _is_sixteen(on: date) -> pl.Expr:
    """Whether sixteen years are complete, whatever day a partial date may mean."""
    return (sixteen_on(high(pl.col("birth_date"))) <= on).fill_null(value=False)
