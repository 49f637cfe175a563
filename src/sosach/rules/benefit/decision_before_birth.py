"""The decision is dated before the person was born."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Quyết định trước ngày sinh",
    severity=Severity.ERROR,
    group=Group.OTHER,
    field="decision_date",
    broken=pl.col("decision_date__high") < pl.col("birth_date__low"),
    message="Ngày quyết định {decision_date} ở trước ngày sinh {birth_date}.",
    next_step="Xem bản gốc quyết định.",
    needs=("birth_date",),
    yields_to=("birth_date_future",),
    reason="Không có quyết định nào cho người chưa sinh ra; một trong hai ngày ghi nhầm, thường là nhầm năm.",
)
