"""The ethnic group is in no list (Decision 121-TCTK/PPCĐ of 1979); where one name is very near, it is offered."""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.rules.absence import uncalculated
from sosach.rules.rule import Variant, rule

_STATE = pl.col("ethnicity__state")

RULE = rule(
    __name__,
    label="Dân tộc không rõ",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="ethnicity",
    broken=_STATE.is_in(["unknown", "slip"]),
    variants=(
        uncalculated("ethnicity"),
        Variant(
            when=_STATE == "slip",
            message="Dân tộc ghi “{value}”, có thể gõ nhầm; tên gần nhất trong danh mục các dân tộc là {suggestion}.",
            severity=Severity.WARNING,
            suggestion=pl.col("ethnicity"),
            certainty=Certainty.LIKELY,
        ),
        Variant(
            when=pl.col("ethnicity__suggestion").is_not_null(),
            message="Dân tộc ghi “{value}”, không có trong danh mục các dân tộc; có thể là {suggestion}.",
            suggestion=pl.col("ethnicity__suggestion"),
            certainty=Certainty.LIKELY,
        ),
        Variant(message="Dân tộc ghi “{value}”, không có trong danh mục các dân tộc."),
    ),
    next_step="Chọn trong danh mục.",
    reason=(
        "Biểu mẫu nhà nước dùng danh mục 54 dân tộc (Quyết định 121-TCTK/PPCĐ năm 1979); tên gọi khác quen dùng như "
        "“Việt”, “Mèo”, “Cao Lan” đã được đọc về tên trong danh mục."
    ),
)
