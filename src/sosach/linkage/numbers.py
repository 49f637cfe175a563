"""Numbers of twelve digits compared.

same     equal
zeros    equal once the zeros are back that one side had lost
next     numbers in a row: given out together, as to twins
digit    one digit differs, or two neighbours have changed places
other    two different numbers: a sign of two persons
"""

import polars as pl
from rapidfuzz.distance import OSA

LEVELS = ("same", "zeros", "next", "digit", "other")
LEVEL = pl.Enum(LEVELS)

IN_A_ROW = 3  # numbers no further apart than this were given out together

_DIGITS = 0x111111111111


def digits_of(number: pl.Expr) -> pl.Expr:
    """Twelve digits, four bits each (UInt64); null for anything else."""
    twelve = pl.when(number.str.contains(r"^\d{12}$")).then(number)
    return twelve.str.to_integer(base=16, strict=False, dtype=pl.UInt64)


def compared(one: pl.Series, other: pl.Series) -> pl.Series:
    """The level of every pair of numbers as text; null where one is unknown: a missing number says nothing."""
    pairs = pl.DataFrame({"one": one, "other": other}, schema={"one": pl.String, "other": pl.String})
    digits = pairs.select(digits_of(pl.col("one", "other")))
    return levels(digits["one"], digits["other"])


def levels(one: pl.Series, other: pl.Series, padded: pl.Series | None = None) -> pl.Series:
    """The level of every pair, given by `digits_of`; `padded`: whether zeros were put back on one side."""
    no = pl.repeat(value=False, n=one.len(), dtype=pl.Boolean, eager=True)
    pairs = pl.DataFrame({"l": one, "r": other, "padded": no if padded is None else padded})
    turned = pairs.select(_apart() == 2).to_series().arg_true()
    near = [
        OSA.distance(f"{a:012x}", f"{b:012x}") == 1
        for a, b in zip(one.gather(turned), other.gather(turned), strict=True)
    ]
    slips = no.scatter(turned, near)
    level = (
        pl.when((pl.col("l") == pl.col("r")) & pl.col("padded")).then(pl.lit("zeros"))
        .when(pl.col("l") == pl.col("r")).then(pl.lit("same"))
        .when(_in_a_row()).then(pl.lit("next"))
        .when((_apart() == 1) | slips).then(pl.lit("digit"))
        .when(pl.col("l").is_not_null() & pl.col("r").is_not_null()).then(pl.lit("other"))
    )  # fmt: skip
    return pairs.select(level.cast(LEVEL).alias("level")).to_series()


def _apart() -> pl.Expr:
    """In how many places the digits differ."""
    bits = pl.col("l") ^ pl.col("r")
    return ((bits | bits // 2 | bits // 4 | bits // 8) & _DIGITS).bitwise_count_ones()


def _in_a_row() -> pl.Expr:
    one, other = _decimal(pl.col("l")), _decimal(pl.col("r"))
    same_start = pl.col("l") // 0x1000000 == pl.col("r") // 0x1000000
    return same_start & ((one - other).abs() <= IN_A_ROW)


def _decimal(number: pl.Expr) -> pl.Expr:
    """The last six digits as a number."""
    digits = (number // 0x10**place % 0x10 * 10**place for place in range(6))
    return pl.sum_horizontal(digit.cast(pl.Int32) for digit in digits)
