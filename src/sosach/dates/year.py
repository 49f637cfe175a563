"""Reads years of birth, as registers keep them of parents: `1988`, `sinh 1988`, `1988 (38t)`, or a whole date.

The year is enough, so a date that does not exist (31/02/1988) still gives it. Two digits are a year after an
apostrophe or a word (`'88`, `sn 88`), by the rule of `reading`; alone only where they cannot be an age: 60 to 99 and
00 to 09.
"""

import polars as pl

from sosach.dates import reading
from sosach.text import cells

YEAR_STATES = pl.Enum(["good", "unreadable"])

# A date that is none, or a year with an age or a remark behind it.
_BEFORE = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]|(?:sinh|sn|ns|năm)[ :.]*)*"
_BEHIND = r"(?: ?\(.*|[ ,;-]+\d{1,3} ?t\D*|[ ,;-]+\p{L}\D*)?"
_YEAR = rf"^{_BEFORE}(\d{{4}}){_BEHIND}$"
_SHORT = r"^(?:(?:sinh|sn|ns|năm)[ :.]*|['’])+(\d{2})$"
_SHORT_ALONE = r"^([06-9]\d)$"

_TEXT, _DATE, _STATE = pl.col("text"), pl.col("date"), pl.col("state")


def read(cells_: pl.Series) -> pl.DataFrame:
    """What distinct cells say as years.

    Args:
        cells_: distinct, non-null marked strings, plain text otherwise.

    Returns:
        One row per cell in the same order: `value` (four digits as text) and `state` (`YEAR_STATES`, null for a
        placeholder).
    """
    dates = reading.read(cells_).select(pl.col("value").alias("date"), "state")
    text = cells.words(pl.col("cell")).str.strip_suffix(".0").str.to_lowercase()
    frame = dates.with_columns(cells_.alias("cell")).with_columns(text.alias("text"))
    short = pl.coalesce(_TEXT.str.extract(_SHORT), _TEXT.str.extract(_SHORT_ALONE))
    whole = reading.with_century(short.cast(pl.Int32)).cast(pl.String)
    year = pl.coalesce(_DATE.str.head(4), _TEXT.str.extract(_YEAR), whole)
    value = pl.when(_STATE.is_not_null() & reading.is_year(year.cast(pl.Int32))).then(year)
    state = pl.when(value.is_not_null()).then(pl.lit("good")).when(_STATE.is_not_null()).then(pl.lit("unreadable"))
    return frame.select(value.alias("value"), state.cast(YEAR_STATES).alias("state"))
