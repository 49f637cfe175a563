"""The category is in no list in force on the reference day (Decree 20/2021/NĐ-CP, Art. 5 and 18-20; 176/2025/NĐ-CP)."""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.rules.absence import uncalculated
from sosach.rules.rule import Variant, rule

_SUGGESTION = pl.col("category__suggestion")

RULE = rule(
    __name__,
    label="Loại không rõ",
    severity=Severity.ERROR,
    group=Group.OTHER,
    field="category",
    broken=pl.col("category__state") == "unknown",
    variants=(
        uncalculated("category"),
        Variant(
            when=_SUGGESTION.is_not_null(),
            message="Loại trợ cấp ghi “{value}”, không có trong danh mục đang áp dụng; gần nhất là “{suggestion}”.",
            suggestion=_SUGGESTION,
            certainty=Certainty.LIKELY,
        ),
        Variant(message="Loại trợ cấp ghi “{value}”, không có trong danh mục đang áp dụng."),
    ),
    next_step="Chọn theo quyết định hưởng.",
    unverified=True,
    reason=(
        "Danh mục lấy từ Nghị định 20/2021/NĐ-CP và 176/2025/NĐ-CP; Nghị định 335/2026/NĐ-CP chưa được kiểm tra toàn "
        "văn nên danh mục có thể còn thiếu."
    ),
)
