"""Digits with a remark: “(mẹ)” says whose number it is, “chờ CA xác nhận” that nobody is sure of it."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.registers.field import RELATIVE_LABELS
from sosach.rules.numbers import NUMBER, fault, words
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Số kèm ghi chú",
    severity=Severity.WARNING,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "note"),
    variants=(
        Variant(
            when=pl.col("personal_id__whose").is_not_null(),
            message="Ô ghi “{value}”; phần “{note}” cho biết đây là số của {whose}, không phải của {person}.",
            severity=Severity.ERROR,
        ),
        Variant(message="Ô ghi “{value}”; phần “{note}” cho thấy số này còn đang được xem lại."),
    ),
    next_step="Xác minh rồi xóa ghi chú.",
    words={**words(), "whose": pl.col("personal_id__whose").replace(RELATIVE_LABELS)},
    reason=(
        "Ghi chú trong ô số thường nói đây là số của cha, mẹ hoặc số còn chờ xác nhận; bỏ ghi chú đi mà giữ số "
        "là gán số của người khác cho người này."
    ),
)
