"""Words stood around twelve good digits (“CCCD: 027…”) and were left out."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Bỏ chữ thừa",
    severity=Severity.INFO,
    group=None,
    field=NUMBER,
    broken=fault(NUMBER, "label"),
    variants=(
        Variant(
            message="Ô “{column}” ghi “{value}”; đã bỏ phần chữ kèm theo, giữ nguyên 12 chữ số {suggestion}.",
            suggestion=pl.col(NUMBER),
            certainty=Certainty.PROVEN,
        ),
    ),
    next_step="Không cần làm gì.",
    reason="Nhãn như “CCCD:”, “Số ĐDCN” không thuộc về số; bỏ nhãn không đổi chữ số nào.",
)
