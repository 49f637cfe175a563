"""A word or a made-up row of digits holds the place of the number: it counts as missing, not as wrong."""

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Ghi thay cho số",
    severity=Severity.ERROR,
    group=Group.NO_ID,
    field=NUMBER,
    broken=fault(NUMBER, "placeholder"),
    message="Chưa có số định danh: ô “{column}” chỉ ghi “{value}”, là chữ giữ chỗ chứ không phải số.",
    next_step="Tra sổ khai sinh, rồi chuyển Công an.",
    reason=(
        "Các cách ghi như “chưa có”, “x”, “0”, mười hai chữ số giống nhau hoặc 123456789012 chỉ để giữ chỗ khi nhập "
        "liệu; người đó được tính là chưa có số định danh."
    ),
)
