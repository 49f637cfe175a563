"""The decision is dated after the reference day."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Quyết định ngày sau",
    severity=Severity.ERROR,
    group=Group.OTHER,
    field="decision_date",
    broken=lambda context: pl.col("decision_date__low") > context.on,
    message="Ngày quyết định {decision_date} ở sau ngày {on}.",
    next_step="Xem bản gốc quyết định.",
    reason=(
        "Quyết định đã có trong sổ thì ngày ký không thể ở sau ngày chốt; thường là gõ nhầm năm hoặc đổi chỗ ngày và "
        "tháng."
    ),
)
