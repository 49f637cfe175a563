"""Why the police found nobody, or answered “other”: what their remark says, as far as it leads to the next actor."""

from enum import StrEnum

import polars as pl

from sosach.forms.police import Result
from sosach.forms.police_result import read as read_result
from sosach.people.answers import Meanings, meant
from sosach.people.status import told_by


class Reason(StrEnum):
    """What stands in the way."""

    UNREGISTERED = "unregistered"  # no registration of birth
    DECEASED = "deceased"
    MOVED = "moved"  # lives or is registered elsewhere
    DUPLICATE = "duplicate"
    WRONG_FACTS = "wrong_facts"  # name, date or parents are not as in the population database
    NOT_COLLECTED = "not_collected"  # the police have not taken the person's data yet


_NO = r"(?:không|ko|kô|k|kg|chưa)"
_MEANINGS: Meanings = (
    (
        Reason.MOVED,
        rf"{_NO} (?:còn )?(?:cư trú|thường trú|ở đây|có mặt|ở tại)|nơi khác|xã khác|tỉnh khác|ngoài (?:xã|tỉnh)"
        r"|(?:thường trú|hộ khẩu|đăng ký|cư trú) (?:ở|tại) |nước ngoài",
    ),
    (
        Reason.NOT_COLLECTED,
        rf"{_NO} (?:được )*(?:thu nhận|thu thập|đồng bộ|cập nhật|cấp|làm sạch)|chờ (?:cấp|đồng bộ|bộ)",
    ),
    (
        Reason.WRONG_FACTS,
        rf"\bsai\b|\blệch\b|\bnhầm\b|{_NO} (?:trùng )?(?:khớp|đúng|chính xác)|{_NO} rõ|thiếu (?:ngày|tên|họ|thông tin)"
        r"|khác (?:tên|họ|ngày|năm|tháng|giới|cha|bố|mẹ|thông tin)",
    ),
)  # fmt: skip


def reasons(remarks: pl.Series) -> list[Reason | None]:
    """The reason in each remark; None where it gives none.

    Args:
        remarks: plain texts, empty where nothing was written.
    """
    distinct = remarks.filter(remarks != "").unique(maintain_order=True)
    if distinct.is_empty():
        return [None] * remarks.len()
    text = pl.col("remark")
    frame = distinct.alias("remark").to_frame().select(told=told_by(text), said=meant(text, _MEANINGS))
    results = read_result(distinct)["value"]
    found = [_reason(*row) for row in zip(results, frame["told"], frame["said"], strict=True)]
    by_remark = dict(zip(distinct, found, strict=True))
    return [by_remark.get(remark) for remark in remarks]


def _reason(result: str | None, told: str | None, said: str | None) -> Reason | None:
    """Registration first, for without it nothing else can follow; then what ends or moves the record."""
    if result == Result.UNREGISTERED:
        return Reason.UNREGISTERED
    if told in (Reason.DECEASED, Reason.MOVED):
        return Reason(told)
    if result == Result.DUPLICATE:
        return Reason.DUPLICATE
    return Reason(said) if said else None
