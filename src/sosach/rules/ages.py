"""Ages in whole years on a day, for birth dates that may lack day or month (then an age is a range).

Somebody is “đủ N tuổi” from the N-th birthday on (Law on Children 102/2016, Art. 1; Decree 20/2021, Art. 5).
"""

from datetime import date

import polars as pl


def years_old(born: pl.Expr, on: date) -> pl.Expr:
    """Whole years between a day of birth and the reference day (Int32, negative before birth)."""
    had_birthday = (born.dt.month() < on.month) | ((born.dt.month() == on.month) & (born.dt.day() <= on.day))
    return on.year - born.dt.year() - pl.when(had_birthday).then(0).otherwise(1)


def youngest(on: date, birth: str = "birth_date") -> pl.Expr:
    """The least age that the birth date allows."""
    return years_old(pl.col(f"{birth}__high"), on)


def oldest(on: date, birth: str = "birth_date") -> pl.Expr:
    """The greatest age that the birth date allows."""
    return years_old(pl.col(f"{birth}__low"), on)


def shown(on: date, birth: str = "birth_date") -> pl.Expr:
    """The age as people read it: “62”, or “62 hoặc 63” where the birth date lacks its day."""
    least, most = youngest(on, birth), oldest(on, birth)
    return pl.when(least == most).then(least.cast(pl.String)).otherwise(pl.format("{} hoặc {}", least, most))


def birthday(years: int | pl.Expr, birth: str = "birth_date") -> pl.Expr:
    """The day on which a person whose birth date is complete reaches an age."""
    offset = f"{years}y" if isinstance(years, int) else pl.format("{}y", years)
    return pl.col(f"{birth}__low").dt.offset_by(offset)


def printed(day: pl.Expr) -> pl.Expr:
    """A day as dd/mm/yyyy."""
    return day.dt.strftime("%d/%m/%Y")
