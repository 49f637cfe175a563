"""Some digits of a relative's number were hidden before the file was handed over."""

from sosach.findings.finding import Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} bị che",
    severity=Severity.ERROR,
    broken=lambda number: fault(number, "masked"),
    variants=lambda number: (Variant(message="Số của {relative} ghi “{value}”, một phần chữ số đã bị che."),),
    next_step="Kết xuất lại tệp không che số.",
    reason="Số bị che không đối chiếu được và cũng không khôi phục được từ tệp.",
)
