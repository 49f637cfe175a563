"""The name means more than one group: “Thổ” is a group of its own and an old name of the Tày."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Dân tộc hiểu hai cách",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="ethnicity",
    broken=pl.col("ethnicity__state") == "ambiguous",
    message="Dân tộc ghi “{value}”, có thể hiểu là {candidates}.",
    next_step="Chọn theo giấy khai sinh.",
    words={"candidates": pl.col("ethnicity__candidates")},
    reason=(
        "Một số tên gọi cũ chỉ hơn một dân tộc trong danh mục; chọn sai là đổi dân tộc của người khác nên phải theo "
        "giấy khai sinh."
    ),
)
