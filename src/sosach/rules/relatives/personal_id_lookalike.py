"""A letter stands where a digit of a relative's number was meant."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} lẫn chữ",
    severity=Severity.ERROR,
    broken=lambda number: fault(number, "lookalike"),
    variants=lambda number: (
        Variant(
            message="Số của {relative} có chữ “{letters}” viết giống chữ số; đọc thành chữ số thì được {suggestion}.",
            suggestion=pl.col(f"{number}__digits"),
            certainty=Certainty.LIKELY,
        ),
    ),
    next_step="Đối chiếu giấy tờ rồi chọn.",
    reason="Chữ O, l, I, S, B, Z hay bị gõ thay cho chữ số 0, 1, 5, 8, 2; cách đọc chỉ là đề xuất.",
)
