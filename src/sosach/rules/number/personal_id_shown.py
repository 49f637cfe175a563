"""A number cell whose format puts the zeros back: the number is what the cell shows."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Lấy số đang hiện",
    severity=Severity.INFO,
    group=None,
    field=NUMBER,
    broken=fault(NUMBER, "shown"),
    variants=(
        Variant(
            message="Ô “{column}” để dạng số có định dạng hiện đủ 12 chữ số; đã lấy đúng số đang hiện là {suggestion}.",
            suggestion=pl.col(NUMBER),
            certainty=Certainty.PROVEN,
        ),
    ),
    next_step="Không cần làm gì.",
    reason="Định dạng 000000000000 của ô cho thấy người nhập muốn ghi đủ 12 chữ số, nên số đang hiện là số đúng của ô.",
)
