"""The number of the birth certificate (number/year) stands in the column of the personal number."""

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Giống số khai sinh",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "birth_cert"),
    message="Ô ghi “{value}” có dạng số đăng ký khai sinh (số/năm), không phải số định danh.",
    next_step="Chuyển sang cột số khai sinh.",
    reason="Số đăng ký khai sinh viết dạng số/năm, ví dụ 125/2018, và bảng tính có khi đổi nó thành ngày.",
)
