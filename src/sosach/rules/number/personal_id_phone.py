"""Ten digits that begin like a mobile telephone number."""

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Giống số điện thoại",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "phone"),
    message="Số “{value}” có dạng số điện thoại di động, không phải số định danh 12 chữ số.",
    next_step="Chuyển sang cột điện thoại.",
    reason="Số điện thoại di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09; số định danh có đúng 12 chữ số.",
)
