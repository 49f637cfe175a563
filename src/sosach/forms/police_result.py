"""The result of the police in the words of the police: the seven of the drop-down, and what is written in their place.

Policemen write as they speak: “đã khớp”, “đã cấp số”, “ko tìm thấy”, “chưa ĐKKS”. What names none of the seven, or says
no more than that something is wrong, is no result.
"""

import polars as pl

from sosach.forms.police import Result
from sosach.people.answers import Meanings, meant
from sosach.text import cells

STATES = pl.Enum(["good", "wrong", "unreadable"])

_NO = r"(?:không|ko|kô|k|kg|kh|chưa|chẳng)"
_WRONG = "wrong"

# The first that is found is meant: what is denied comes before what is affirmed.
_MEANINGS: Meanings = (
    (
        Result.UNREGISTERED,
        rf"{_NO} (?:có |làm |thấy |được )*(?:đăng ký |đăng kí |đk |giấy )*(?:khai sinh|gks|ks)\b|\b{_NO} đkks\b",
    ),
    (
        Result.NOT_FOUND,
        rf"{_NO} (?:tìm |tra |thấy )*(?:được |ra )?thấy|{_NO} tìm (?:được|ra)|{_NO} tra (?:được|ra|cứu được)"
        rf"|{_NO} tồn tại|{_NO} có (?:trong|trên|ở) |{_NO} có (?:dữ liệu|thông tin|tên|dl)\b|\b{_NO} rõ ai\b",
    ),
    (_WRONG, rf"{_NO} (?:trùng )?(?:khớp|đúng|chính xác)|^sai\b|\bbị sai\b|^lệch|^{_NO}$"),
    (
        Result.OTHER,
        rf"{_NO} (?:được |có )*(?:cấp|số|xác minh|làm|thu nhận)|đang (?:cấp|xác minh|làm|chờ|tra|kiểm tra)|^chờ\b"
        r"|đã (?:mất|chết|chuyển)|tử vong|khai tử|chuyển (?:đi|khẩu|hộ khẩu|nơi)|nước ngoài",
    ),
    (Result.MATCHES, r"trùng khớp|trùng thông tin khớp"),
    (Result.DUPLICATE, r"\btrùng|\bbị đúp|\bđúp\b|(?:hai|2) (?:lần|dòng|hồ sơ)"),
    (Result.MATCHES, r"khớp|^đúng|\bđúng (?:số|rồi|thông tin|hết|cả)|\bđã đúng|chính xác|^ok\b|^oke?\b|^hợp lệ"),
    (Result.NUMBER_GIVEN, r"\bcấp\b|bổ sung|đã có (?:số|đd|mã|cc)|\bcó số|\bsố mới"),
    (Result.CORRECTED, r"\bsửa|đính chính|điều chỉnh|cập nhật lại|\bđổi\b|thay đổi|cải chính"),
    (Result.OTHER, r"\bkhác\b"),
)  # fmt: skip


def read(column: pl.Series) -> pl.DataFrame:
    """The result of every cell.

    Args:
        column: marked strings without null, their text plain (`text.plain`).

    Returns:
        `value`: a `Result`, or null; `state`: good, wrong (something is said to be wrong, and no more), unreadable.
    """
    text = cells.words(pl.col("cell")).str.replace_all(r"[/,;:.()\-–]+", " ").str.replace_all(r"\s+", " ")
    said = column.alias("cell").to_frame().select(meant(text.str.strip_chars(), _MEANINGS).alias("said"))
    value = pl.when(pl.col("said") != _WRONG).then("said")
    silent = pl.when(pl.col("said").is_null()).then(pl.lit("unreadable"))
    state = silent.when(pl.col("said") == _WRONG).then(pl.lit(_WRONG)).otherwise(pl.lit("good"))
    return said.select(value.alias("value"), state.cast(STATES).alias("state"))
