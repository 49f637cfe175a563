"""A relative's number carries a remark that is not understood."""

from sosach.findings.finding import Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} kèm chữ",
    severity=Severity.WARNING,
    broken=lambda number: fault(number, "note"),
    variants=lambda number: (Variant(message="Ô số của {relative} ghi “{value}”; phần “{note}” chưa rõ nghĩa."),),
    next_step="Xác minh rồi xóa ghi chú.",
    reason="Phần chữ đi kèm có thể cho biết số này còn chờ xác nhận hoặc là của người khác, nên không tự bỏ đi.",
)
