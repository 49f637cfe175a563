"""The benefit is drawn from a month before the one in which the decision was signed."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Hưởng trước quyết định",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="benefit_from",
    # By months: a benefit may begin on the first of the month of the decision.
    broken=pl.col("benefit_from__high") < pl.col("decision_date__low").dt.month_start(),
    message="Tháng hưởng {benefit_from} ở trước tháng ký quyết định {decision_date}.",
    next_step="Xem điều khoản trong quyết định.",
    needs=("decision_date",),
    yields_to=("decision_future",),
    reason=(
        "Thời điểm hưởng ghi trong quyết định thường là tháng ký hoặc tháng sau; truy lĩnh cũng có nên chỉ đề nghị "
        "xem lại điều khoản."
    ),
)
