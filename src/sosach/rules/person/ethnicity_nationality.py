"""A country's name stands where the ethnic group should be (“Việt Nam”)."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Ghi nhầm quốc tịch",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="ethnicity",
    broken=pl.col("ethnicity__state") == "nationality",
    message="Ô dân tộc ghi “{value}” là tên quốc tịch, chưa phải dân tộc.",
    next_step="Chọn dân tộc, chuyển quốc tịch.",
    reason=(
        "Dân tộc và quốc tịch là hai mục riêng trong giấy khai sinh (Luật Hộ tịch 60/2014/QH13, Điều 14); quốc tịch "
        "Việt Nam không cho biết dân tộc nào."
    ),
)
