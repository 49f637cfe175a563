"""Ages of the persons of a row on the reference day, as ranges where a birth date lacks its day or month.

Somebody is “đủ N tuổi” from the N-th birthday on (Law on Children 102/2016/QH13, Art. 1; Decree 20/2021/NĐ-CP, Art. 5).
"""

from datetime import date

import polars as pl

from sosach.dates.age import birthdays, whole_years

_DAY = "%d/%m/%Y"


def youngest(on: date, birth: str = "birth_date") -> pl.Expr:
    """The least age in whole years that the birth date allows."""
    return whole_years(pl.col(f"{birth}__high"), on)


def oldest(on: date, birth: str = "birth_date") -> pl.Expr:
    """The greatest age in whole years that the birth date allows."""
    return whole_years(pl.col(f"{birth}__low"), on)


def shown(on: date, birth: str = "birth_date") -> pl.Expr:
    """The age as people read it: “62”, or “62 hoặc 63” where the birth date lacks its day."""
    least, most = youngest(on, birth), oldest(on, birth)
    return pl.when(least == most).then(least.cast(pl.String)).otherwise(pl.format("{} hoặc {}", least, most))


def reached(years: int | pl.Expr, birth: str = "birth_date") -> pl.Expr:
    """The day (pl.Date) on which a person whose birth date is complete reaches an age."""
    return birthdays(pl.col(f"{birth}__low"), years)


def printed(day: pl.Expr) -> pl.Expr:
    """A day as dd/mm/yyyy."""
    return day.dt.strftime(_DAY)
