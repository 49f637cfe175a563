"""The hamlet is in no list of the commune: a slip, a former name, or a hamlet of another commune."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Thôn chưa rõ",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="hamlet",
    broken=pl.col("hamlet__match_state") == "unknown",
    message="Thôn ghi “{value}”, không có trong danh sách thôn của xã.",
    next_step="Chọn thôn, hoặc thêm tên gọi cũ.",
    reason=(
        "Danh sách thôn lấy từ kế hoạch của xã; thôn có thể đã sáp nhập hoặc đổi tên (Nghị định 185/2026/NĐ-CP), khi "
        "đó thêm tên gọi cũ vào danh sách là đủ."
    ),
)
