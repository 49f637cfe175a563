"""Whether a household is poor or near poor by the yearly review of the commune.

A cross or “Có” is not read: it says yes to whatever stands above the column, which may be both.
"""

import polars as pl

from sosach.people.answers import coded, meant
from sosach.text import cells

STATES = pl.Enum(["good", "unreadable"])

VALUES = ("none", "poor", "near_poor")

_MEANINGS = (
    ("none", r"^(?:không|ko|kg|k|0|no)$|^không (?:có|phải|thuộc|nghèo)|thoát (?:hộ )?cận"),
    ("none", r"^(?:hộ )?(?:bình thường|trung bình|khá|giàu|không nghèo|thường|có mức sống trung bình)"),
    ("unclear", r"(?:^|[^n] |, |/)(?:hộ )?nghèo\b.*\bcận|\bcận nghèo\b.*[,/;+] ?(?:hộ )?nghèo"),
    ("near_poor", r"\bcận\b|^(?:hcn|hộ cn|cn)$"),
    ("none", r"thoát nghèo"),
    ("poor", r"\bnghèo\b|^(?:hn|hộ n)$"),
)


def read(column: pl.Series) -> pl.DataFrame:
    """What every cell says of the household.

    Args:
        column: marked strings without null.

    Returns:
        `value`: `none`, `poor`, `near_poor` or null; `state`: good or unreadable.
    """
    text = cells.words(pl.col("cell"))
    said = meant(text, _MEANINGS)
    value = pl.coalesce(coded(text, VALUES), pl.when(said != "unclear").then(said))
    state = pl.when(pl.col("value").is_null()).then(pl.lit("unreadable")).otherwise(pl.lit("good"))
    return column.alias("cell").to_frame().select(value.alias("value")).with_columns(state.cast(STATES).alias("state"))
