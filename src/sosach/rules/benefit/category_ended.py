"""The category has passed into another scheme: points b and c of Art. 5(5) became the social pension on 01/07/2025."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import assistance
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Loại đã thay đổi",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="category",
    broken=pl.col("category__state") == "ended",
    message="Loại trợ cấp “{category}” đã chuyển sang chế độ khác theo quy định mới.",
    next_step="Xem quyết định mới nhất.",
    unverified=True,
    words={"category": assistance.said()},
    reason=(
        "Từ 01/7/2025 trợ cấp hưu trí xã hội (Nghị định 176/2025/NĐ-CP) thay cho trợ cấp người cao tuổi tại điểm b, "
        "c khoản 5 Điều 5 Nghị định 20/2021/NĐ-CP; việc chấm dứt hai điểm này chưa kiểm tra với văn bản gốc."
    ),
)
