"""Ticks and short words in place of a choice: có, chưa, không rõ, đang làm, đã chuyển đi."""

import polars as pl

from sosach.forms.visits import Choice
from sosach.people.answers import Meanings, meant
from sosach.text import cells

STATES = pl.Enum(["good", "unreadable"])

_MEANINGS: Meanings = (
    (Choice.UNKNOWN, r"(?:không|ko|k|chưa) (?:rõ|biết|nhớ)"),
    (Choice.MOVED, r"chuyển|đi nơi khác|\b(?:không|ko) còn ở|vắng hẳn"),
    (Choice.IN_PROGRESS, r"\bđang|\bchờ"),
    (Choice.NO, r"^(?:chưa|không|ko|k|sai)\b|^(?:0|n|no|false)$"),
    (Choice.YES, r"^(?:có|đã|rồi|đúng|đủ|còn)\b|^(?:x+|v+|ok|1|y|yes|true|✓|✔|☑|☒)$"),
)


def read(column: pl.Series) -> pl.DataFrame:
    """The choice of every cell.

    Args:
        column: marked strings without null, their text plain (`text.plain`).

    Returns:
        `value`: a `Choice`, or null; `state`: good or unreadable.
    """
    text = cells.words(pl.col("cell")).str.strip_chars(" .,;?!")
    told = column.alias("cell").to_frame().select(meant(text.str.to_lowercase(), _MEANINGS).alias("value"))
    state = pl.when(pl.col("value").is_null()).then(pl.lit("unreadable")).otherwise(pl.lit("good"))
    return told.with_columns(state.cast(STATES).alias("state"))
