"""The number of the health-insurance card, or of social insurance, stands in the column of the personal number."""

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Giống mã bảo hiểm",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "health_insurance", "insurance_card"),
    message="Số “{value}” có dạng mã bảo hiểm xã hội hoặc thẻ bảo hiểm y tế, không phải số định danh.",
    next_step="Chuyển sang cột bảo hiểm y tế.",
    reason=(
        "Thẻ bảo hiểm y tế có hai chữ cái và 13 chữ số, mười chữ số cuối là mã bảo hiểm xã hội. Quy tắc chỉ nói khi "
        "có hai chữ cái ở đầu hoặc khi số trùng với mã thẻ ghi ở chính dòng đó."
    ),
)
