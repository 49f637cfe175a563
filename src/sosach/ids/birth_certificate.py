"""Number of a birth certificate (số giấy khai sinh).

What: the entry's number in the births book of a year, written `number/year`, as in `125/2018`; the book has a number
of its own (quyển số).

Who issues it: the People's Committee of the commune where the birth is registered (Law on Civil Status 60/2014,
Articles 13 and 14). Counting begins anew every year, and after communes were merged two old series stand beside the
new one, so the number alone names nobody: the key is office, year, book, number.

Status: the civil-status book prevails over every database (Article 60(2)).

A spreadsheet takes `5/2018` for a month and stores 1 May 2018; such a cell is read back as `5/2018`. In an extract of
the book itself the column may hold the bare number, the year standing in the book's number; the reader keeps it.

>>> compact("Số 125 / 2018")
'125/2018'
>>> validate("125/2018")
'125/2018'
>>> is_valid("125/1234")
False
>>> format("0125/2018")
'125/2018'
"""

import polars as pl

from sosach.ids import number as numbers
from sosach.text import cells, rare

STATES = pl.Enum(["good", "unreadable"])

_LABEL = r"(?i)^(?:s[ốo]|n[oº°]|gks|gi[ấa]y khai sinh|khai sinh|ks)[\s.:]+"
_SHAPE = r"^[0-9]{1,6}/[0-9]{4}$"
_YEAR = r"/(?:19|20)[0-9]{2}$"
_BARE_NUMBER = r"^0*[1-9][0-9]{0,5}$"
_FIRST_OF_MONTH = r"^([0-9]{4})-0?([0-9]{1,2})-01$"


def compacted(number: pl.Expr) -> pl.Expr:
    """The number without label, spaces and apostrophe."""
    return number.str.strip_chars(" '’`").str.replace(_LABEL, "").str.replace(_LABEL, "").str.replace_all(r"\s", "")


def problem(compact: pl.Expr) -> pl.Expr:
    """`format` when it is not number/year, `component` when the year cannot be one."""
    return numbers.first_problem(
        ("format", ~compact.str.contains(_SHAPE)),
        ("component", ~compact.str.contains(_YEAR)),
    )


def formatted(compact: pl.Expr) -> pl.Expr:
    """The number without zeros in front."""
    return compact.str.replace("^0+([0-9])", "${1}")


def read(column: pl.Series) -> pl.DataFrame:
    """Numbers of birth certificates as they stand in a register.

    Args:
        column: marked strings without null.

    Returns:
        `value`: the number as written, without label and spaces; `state`: good or unreadable (`value` null).
    """
    cell = pl.col("cell")
    text = cells.words(cell)
    month = text.str.replace(_FIRST_OF_MONTH, "${2}/${1}")
    compact = pl.when(cells.marked(cell, cells.DATE)).then(month).otherwise(compacted(text))
    good = problem(pl.col("compact")).is_null() | pl.col("compact").str.contains(_BARE_NUMBER)
    return (
        column.alias("cell")
        .to_frame()
        .select(compact.alias("compact"))
        .select(
            pl.when(good).then("compact").alias("value"),
            pl.when(good).then(pl.lit("good")).otherwise(pl.lit("unreadable")).cast(STATES).alias("state"),
        )
    )


def compact(number: str) -> str:
    """The number without label and spaces."""
    return rare.scalar(compacted, number)


def validate(number: str) -> str:
    """The compact number.

    Raises:
        FormatError: it is not number/year.
        ComponentError: the year cannot be one.
    """
    return numbers.validated(number, compacted, problem)


def is_valid(number: str) -> bool:
    """Whether it is a number with a year."""
    return numbers.passes(number, compacted, problem)


def format(number: str) -> str:
    """The number as it is quoted, without zeros in front."""
    return rare.scalar(lambda text: formatted(compacted(text)), number)
