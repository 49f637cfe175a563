"""Whether a monthly benefit is paid: Circular 02/2021/TT-BLĐTBXH, Article 2, knows paying, suspending and stopping.

A cell that tells of a death or a move says nothing about payment; rules about them read it by `people.status`.
"""

import polars as pl

from sosach.people.answers import coded, meant
from sosach.text import cells

STATES = pl.Enum(["good", "unreadable"])

VALUES = ("active", "suspended", "stopped")

_MEANINGS = (
    ("unclear", r"^(?:chưa|chờ|đang chờ|đề nghị|đang (?:làm|chờ|xét|đề nghị))\b|chưa (?:được )?hưởng"),
    ("suspended", r"tạm (?:dừng|ngừng|ngưng|đình chỉ|hoãn|thôi|treo)|đình chỉ tạm thời"),
    (
        "stopped",
        r"^(?:đã )?(?:thôi|dừng|ngừng|ngưng|cắt)\b|chấm dứt|hết hưởng|hết hạn hưởng"
        r"|không (?:còn )?(?:được )?hưởng|(?:thôi|dừng|ngừng|ngưng|cắt) (?:hưởng|trợ cấp|chi trả|chế độ)",
    ),
    (
        "active",
        r"\b(?:đang|còn|được) (?:được )?(?:hưởng|nhận|chi trả|lĩnh)|^hưởng\b|hưởng (?:bình thường|thường xuyên)",
    ),
)


def read(column: pl.Series) -> pl.DataFrame:
    """What every cell says of the payment.

    Args:
        column: marked strings without null.

    Returns:
        `value`: `active`, `suspended`, `stopped` or null; `state`: good or unreadable.
    """
    text = cells.words(pl.col("cell"))
    said = meant(text, _MEANINGS)
    value = pl.coalesce(coded(text, VALUES), pl.when(said != "unclear").then(said))
    state = pl.when(pl.col("value").is_null()).then(pl.lit("unreadable")).otherwise(pl.lit("good"))
    return column.alias("cell").to_frame().select(value.alias("value")).with_columns(state.cast(STATES).alias("state"))
