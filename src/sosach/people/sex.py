"""Sex as commune lists write it: Nam and Nữ, M and F, Trai and Gái, with slips of the keyboard.

Codes are never guessed: 0 and 1 mean one thing in one export and the other in another, a cross means whatever stands
above its column. Lists with one column for each sex are read as the words of the marked columns, so both marked is “Nam
Nữ”.
"""

import polars as pl

from sosach.people.written import bare_letters, letters
from sosach.text import cells

STATES = pl.Enum(["good", "unreadable", "both"])

_MALE = "^(?:nam|m|male|boy|trai|bé ?trai|con ?trai|nam ?giới|t)$"
# Whatever mark was typed on it, `nu` is not a man.
_FEMALE = "^(?:nu|f|female|girl|gai|be ?gai|con ?gai|nu ?gioi|g)$"
_BOTH = "^(?:nam|m|trai)(?:hay|hoac|va)?(?:nu|f|gai)$|^(?:nu|f|gai)(?:hay|hoac|va)?(?:nam|m|trai)$"


def read(column: pl.Series) -> pl.DataFrame:
    """The sex of every cell.

    Args:
        column: marked strings without null.

    Returns:
        `value`: `male`, `female` or null; `state`: good, unreadable, or both.
    """
    text = cells.words(pl.col("cell"))
    with_marks, bare = letters(text), bare_letters(text)
    value = (
        pl.when(with_marks.str.contains(_MALE))
        .then(pl.lit("male"))
        .when(bare.str.contains(_FEMALE))
        .then(pl.lit("female"))
    )
    state = pl.when(pl.col("value").is_not_null()).then(pl.lit("good")).when("both").then(pl.lit("both"))
    frame = column.alias("cell").to_frame().select(value.alias("value"), bare.str.contains(_BOTH).alias("both"))
    return frame.select("value", state.otherwise(pl.lit("unreadable")).cast(STATES).alias("state"))
