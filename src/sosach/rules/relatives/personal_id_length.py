"""A relative's number has not twelve digits, and nothing better can be said about them."""

from sosach.findings.finding import Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} thiếu/thừa",
    severity=Severity.ERROR,
    broken=lambda number: fault(number, "length", "other"),
    variants=lambda number: (
        Variant(
            when=fault(number, "length"),
            message="Số của {relative} có {digits} chữ số, trong khi số định danh có đúng 12 chữ số.",
        ),
        Variant(message="Ô số của {relative} ghi “{value}”, không phải dãy 12 chữ số của số định danh."),
    ),
    next_step="Hỏi gia đình, nhập lại.",
    reason="Luật Căn cước 26/2023/QH15, Điều 12: số định danh cá nhân là dãy số tự nhiên gồm 12 chữ số.",
)
