"""Spaces, dots, hyphens or an apostrophe stood between twelve good digits and were left out."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Bỏ dấu cách, dấu chấm",
    severity=Severity.INFO,
    group=None,
    field=NUMBER,
    broken=fault(NUMBER, "separators"),
    variants=(
        Variant(
            message=(
                "Ô “{column}” ghi “{value}”; đã bỏ dấu cách, dấu chấm hoặc dấu nháy, giữ nguyên 12 chữ số {suggestion}."
            ),
            suggestion=pl.col(NUMBER),
            certainty=Certainty.PROVEN,
        ),
    ),
    next_step="Không cần làm gì.",
    reason="Dấu cách, dấu chấm, dấu nháy chỉ để dễ đọc; bỏ đi không đổi chữ số nào.",
)
