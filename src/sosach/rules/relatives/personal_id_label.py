"""Words stood around the twelve good digits of a relative's number and were left out."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} đã gọn",
    severity=Severity.INFO,
    broken=lambda number: fault(number, "label"),
    variants=lambda number: (
        Variant(
            message=("Ô số của {relative} ghi “{value}”; đã bỏ phần chữ kèm theo, giữ nguyên 12 chữ số {suggestion}."),
            suggestion=pl.col(number),
            certainty=Certainty.PROVEN,
        ),
    ),
    next_step="Không cần làm gì.",
    reason="Nhãn không thuộc về số; bỏ nhãn không đổi chữ số nào.",
)
