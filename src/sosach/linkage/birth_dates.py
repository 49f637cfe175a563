"""Birth dates compared with their precision.

same      the same day
partial   one side knows less, or both do, and what they know agrees (2015 and 2015-06-04)
swapped   day and month have changed places
guess     the same year, one side the first of January: a guess made into a date
digit     one digit differs, or the two of the day have changed places
near      no more than five days apart: registered late, remembered wrongly
year      the same year
years     no more than three years apart
other     another date
"""

import polars as pl

LEVELS = ("same", "partial", "swapped", "guess", "digit", "near", "year", "years", "other")
LEVEL = pl.Enum(LEVELS)

# Levels at which the dates may well be one date.
CLOSE = LEVELS[: LEVELS.index("near") + 1]

NEAR, YEARS = 5, 1096  # days

_MONTH, _YEAR = 0x100, 0x10000  # where month and year stand in the digits
_DIGITS = 0x11111111
_NEW_YEAR = 0x0101


def digits_of(date: pl.Expr) -> pl.Expr:
    """Eight digits of an ISO date, four bits each (UInt32); what is not known is zero, null where nothing is."""
    return date.str.replace_all("-", "").str.pad_end(8, "0").str.to_integer(base=16, strict=False, dtype=pl.UInt32)


def day_of(date: pl.Expr) -> pl.Expr:
    """Days since 1970 of a date that has its day, else null (Int32)."""
    return date.str.to_date("%Y-%m-%d", strict=False).cast(pl.Int32)


def compared(one: pl.Series, other: pl.Series) -> pl.Series:
    """The level of every pair of ISO dates (YYYY, YYYY-MM or YYYY-MM-DD); null where one is unknown."""
    pairs = pl.DataFrame({"one": one, "other": other}, schema={"one": pl.String, "other": pl.String})
    sides = [pairs.select(digits=digits_of(pl.col(s)), day=day_of(pl.col(s))) for s in pairs.columns]
    return levels(sides[0]["digits"], sides[1]["digits"], sides[0]["day"], sides[1]["day"])


def levels(one: pl.Series, other: pl.Series, day: pl.Series, other_day: pl.Series) -> pl.Series:
    """The level of every pair, given by `digits_of` and `day_of`; which comes first makes no difference."""
    pairs = pl.DataFrame({"l": one, "r": other, "l_day": day, "r_day": other_day})
    return pairs.select(_level().cast(LEVEL).alias("level")).to_series()


def _level() -> pl.Expr:
    one, other = pl.col("l"), pl.col("r")
    full = pl.col("l_day").is_not_null() & pl.col("r_day").is_not_null()
    apart = (pl.col("l_day") - pl.col("r_day")).abs()
    year, other_year = one // _YEAR, other // _YEAR
    same_year = year == other_year
    near_years = (_decimal(year) - _decimal(other_year)).abs() <= YEARS // 365
    return (
        pl.when((one == other) & full).then(pl.lit("same"))
        .when(~full & _agree(one, other)).then(pl.lit("partial"))
        .when(full & (_turned(one) == other)).then(pl.lit("swapped"))
        .when(full & same_year & ((one % _YEAR == _NEW_YEAR) | (other % _YEAR == _NEW_YEAR))).then(pl.lit("guess"))
        .when(full & _one_digit(one, other)).then(pl.lit("digit"))
        .when(full & (apart <= NEAR)).then(pl.lit("near"))
        .when(same_year).then(pl.lit("year"))
        .when(pl.when(full).then(apart <= YEARS).otherwise(near_years)).then(pl.lit("years"))
        .when(one.is_not_null() & other.is_not_null()).then(pl.lit("other"))
    )  # fmt: skip


def _agree(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    """Whether two dates, one of them partial, are equal as far as both go."""
    months = (one // _MONTH % 0x100, other // _MONTH % 0x100)
    month = (months[0] == months[1]) | (months[0] == 0) | (months[1] == 0)
    return (one // _YEAR == other // _YEAR) & month


def _turned(date: pl.Expr) -> pl.Expr:
    return date // _YEAR * _YEAR + date % _MONTH * _MONTH + date // _MONTH % 0x100


def _one_digit(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    bits = one ^ other
    differing = ((bits | bits // 2 | bits // 4 | bits // 8) & _DIGITS).bitwise_count_ones()
    turned = one // _MONTH * _MONTH + one % 0x10 * 0x10 + one // 0x10 % 0x10
    return (differing == 1) | (turned == other)


def _decimal(year: pl.Expr) -> pl.Expr:
    """A year of four digits of four bits each, as a number."""
    return (year // 0x1000 * 1000 + year // 0x100 % 0x10 * 100 + year // 0x10 % 0x10 * 10 + year % 0x10).cast(pl.Int32)
