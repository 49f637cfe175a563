"""A digit slipped into the name (“Nguyễn V4n An”): a name in a birth certificate consists of letters."""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.rules.rule import Variant, rule

_LETTERS_ONLY = pl.col("full_name__suggestion")

RULE = rule(
    __name__,
    label="Tên có chữ số",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="full_name",
    broken=pl.col("full_name__state") == "digits",
    variants=(
        Variant(
            when=_LETTERS_ONLY.is_not_null(),
            message="Họ tên ghi “{value}” có chữ số, trong khi họ tên chỉ gồm chữ; bỏ chữ số thì được {suggestion}.",
            suggestion=_LETTERS_ONLY,
            certainty=Certainty.LIKELY,
        ),
        Variant(message="Họ tên ghi “{value}” có chữ số, trong khi họ tên chỉ gồm chữ."),
    ),
    next_step="Lấy theo giấy khai sinh hoặc thẻ căn cước.",
    reason=(
        "Họ tên trong giấy khai sinh viết bằng chữ (Luật Hộ tịch 60/2014/QH13, Điều 14: họ, chữ đệm và tên); chữ số "
        "trong ô này thường do chạm nhầm phím hoặc do chép kèm số thứ tự."
    ),
)
