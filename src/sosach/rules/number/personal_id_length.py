"""Not twelve digits, and nothing better can be said about them."""

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, fault, words
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Không đúng 12 số",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "length", "other"),
    variants=(
        Variant(
            when=fault(NUMBER, "length"),
            message="Số “{value}” có {digits} chữ số, trong khi số định danh có đúng 12 chữ số.",
        ),
        Variant(message="Ô “{column}” ghi “{value}”, không phải dãy 12 chữ số của số định danh."),
    ),
    next_step="Nhập lại theo giấy tờ gốc.",
    words=words(),
    reason=(
        "Luật Căn cước 26/2023/QH15, Điều 12: số định danh cá nhân là dãy số tự nhiên gồm 12 chữ số. "
        "Không thêm, không bớt chữ số để đoán; chỉ giấy tờ gốc hoặc Công an cho biết số đúng."
    ),
)
