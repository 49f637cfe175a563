"""No birth date stands in the row."""

from sosach.findings.finding import Group, Severity
from sosach.rules.absence import missing, sentences
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Chưa có ngày sinh",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="birth_date",
    broken=missing("birth_date"),
    variants=sentences("birth_date", "Chưa có ngày sinh", ", nên không tính được tuổi."),
    next_step="Lấy theo giấy khai sinh hoặc thẻ căn cước.",
    reason=(
        "Ngày, tháng, năm sinh là thông tin cơ bản theo mục II.1.b của kế hoạch và là căn cứ tính tuổi; không suy ra "
        "từ lớp học hay từ số định danh."
    ),
)
