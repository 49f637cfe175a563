"""A relative's number is a number cell whose format puts the zeros back: the number is what the cell shows."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} đã gọn",
    severity=Severity.INFO,
    broken=lambda number: fault(number, "shown"),
    variants=lambda number: (
        Variant(
            message=(
                "Ô số của {relative} để dạng số có định dạng hiện đủ 12 chữ số; đã lấy đúng số đang hiện là "
                "{suggestion}."
            ),
            suggestion=pl.col(number),
            certainty=Certainty.PROVEN,
        ),
    ),
    next_step="Không cần làm gì.",
    reason="Định dạng 000000000000 của ô cho thấy người nhập muốn ghi đủ 12 chữ số.",
)
