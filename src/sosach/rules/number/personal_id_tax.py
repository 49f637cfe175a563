"""Ten digits that pass the check of a tax code."""

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Giống mã số thuế",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "tax"),
    message="Số “{value}” có 10 chữ số và đúng số kiểm tra của mã số thuế, không phải số định danh.",
    next_step="Nhập lại theo giấy tờ gốc.",
    reason="Chữ số thứ mười của mã số thuế được tính từ chín chữ số trước; số khớp phép tính này thường là mã số thuế.",
)
