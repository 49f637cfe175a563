"""What stands in the column of the sex cannot be told to be one of the two (“x”, “1”, “Nam/Nữ”)."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.absence import uncalculated
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Giới tính không rõ",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="sex",
    broken=pl.col("sex__state") == "unreadable",
    variants=(
        uncalculated("sex"),
        Variant(message="Giới tính ghi “{value}”, không đọc được thành nam hoặc nữ."),
    ),
    next_step="Chọn nam hoặc nữ theo giấy tờ.",
    reason=(
        "Giới tính trong giấy khai sinh là nam hoặc nữ (Luật Hộ tịch 60/2014/QH13, Điều 14). Mã số như 0, 1 mang "
        "nghĩa khác nhau tùy phần mềm nên không tự đoán."
    ),
)
