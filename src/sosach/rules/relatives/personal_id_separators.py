"""Spaces, dots or an apostrophe stood in the twelve good digits of a relative's number and were left out."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} đã gọn",
    severity=Severity.INFO,
    broken=lambda number: fault(number, "separators"),
    variants=lambda number: (
        Variant(
            message=(
                "Ô số của {relative} ghi “{value}”; đã bỏ dấu cách, dấu chấm hoặc dấu nháy, giữ nguyên 12 chữ số "
                "{suggestion}."
            ),
            suggestion=pl.col(number),
            certainty=Certainty.PROVEN,
        ),
    ),
    next_step="Không cần làm gì.",
    reason="Dấu cách, dấu chấm, dấu nháy chỉ để dễ đọc; bỏ đi không đổi chữ số nào.",
)
