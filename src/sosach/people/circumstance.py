"""A child's special circumstance by the letter of the law and the number of the decree (`d.1`).

Law on Children 102/2016/QH13, Article 10(1); Decree 56/2017/NĐ-CP, Articles 3 to 16. The cell holds the letter and
number or words; “mồ côi” alone is no group of the law (both parents: a; one of them: perhaps c), and two circumstances
in one cell are not put into one value.
"""

from functools import cache

import polars as pl

from sosach.people.written import bare_letters, keys, letters
from sosach.refdata.circumstances import circumstances
from sosach.text import cells

STATES = pl.Enum(["good", "unreadable"])

_CHILD = r"(?i)^(?:là |thuộc (?:diện )?)?(?:trẻ em|trẻ|te|tre em|tre)[ :]+"
_LIST_MARK = r"(?i)^(?:(?:nhóm|điểm|mục|mã)\s+)?([a-eghik-ođ])\s*[.)\-]?\s*([0-9]{0,2})(?:[.)]?\s*$)"
_NONE = r"(?i)^(?:không|ko|k|0|không (?:có|thuộc).*|khong(?: co)?|bình thường)$"


def read(column: pl.Series) -> pl.DataFrame:
    """The circumstance of every cell.

    Args:
        column: marked strings without null.

    Returns:
        `value`: a key of `refdata.circumstances`, or null; `state`: good (also for “Không”, which is no circumstance)
        or unreadable.
    """
    text = cells.words(pl.col("cell"))
    words = text.str.replace(_CHILD, "")
    marked, unmarked = _by_letters()
    letter, number = text.str.extract(_LIST_MARK, 1).str.to_lowercase(), text.str.extract(_LIST_MARK, 2)
    code = pl.when(number == "").then(letter).otherwise(pl.concat_str(letter, pl.lit("."), number))
    value = pl.coalesce(
        code.replace_strict({key: key for key in circumstances()}, default=None, return_dtype=pl.String),
        letters(words).replace_strict(marked, default=None, return_dtype=pl.String),
        bare_letters(words).replace_strict(unmarked, default=None, return_dtype=pl.String),
    )
    good = pl.col("value").is_not_null() | pl.col("none")
    return (
        column.alias("cell")
        .to_frame()
        .select(value.alias("value"), text.str.contains(_NONE).alias("none"))
        .select("value", pl.when(good).then(pl.lit("good")).otherwise(pl.lit("unreadable")).cast(STATES).alias("state"))
    )


@cache
def _by_letters() -> tuple[dict[str, str], dict[str, str]]:
    """The key of every label and wording by its letters, with marks, and without where that leaves one key."""
    wordings = [(words, key) for key, group in circumstances().items() for words in (group.label, *group.wordings)]
    short = pl.Series([words for words, _ in wordings]).to_frame("w").select(pl.col("w").str.replace(_CHILD, ""))
    marked: dict[str, str] = {}
    unmarked: dict[str, set[str]] = {}
    for (with_marks, bare), (_, key) in zip(keys(short["w"].to_list()), wordings, strict=True):
        marked.setdefault(with_marks, key)
        unmarked.setdefault(bare, set()).add(key)
    return marked, {bare: meant.pop() for bare, meant in unmarked.items() if len(meant) == 1}
