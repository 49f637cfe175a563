"""Both columns, male and female, are marked in the row."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Đánh dấu hai giới",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="sex",
    broken=pl.col("sex__state") == "both",
    message="Dòng này đánh dấu cả cột nam và cột nữ, nên chưa biết giới tính nào đúng.",
    next_step="Chọn một theo giấy khai sinh.",
    reason="Danh sách của thôn thường có hai cột nam, nữ; đánh dấu cả hai thì không suy ra được giới tính.",
)
