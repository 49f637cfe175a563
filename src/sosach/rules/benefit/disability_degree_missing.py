"""The category asks for a degree of disability, and none is on record."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import assistance
from sosach.rules.disability import WITH_A_DEGREE
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Thiếu mức khuyết tật",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="disability_degree",
    broken=pl.col("disability_degree").is_null() & pl.col("category").is_in(WITH_A_DEGREE),
    message="Loại “{category}” cần mức độ khuyết tật, nhưng ô “{column}” để trống.",
    next_step="Lấy theo giấy xác nhận.",
    needs=("category__raw",),
    words={"category": assistance.said()},
    reason=(
        "Nghị định 20/2021/NĐ-CP, Điều 5 khoản 6: mức độ khuyết tật do giấy xác nhận khuyết tật ghi; thiếu mức độ "
        "thì không biết mức hưởng có đúng loại không."
    ),
)
