"""No name stands in the row, though something else does."""

from sosach.findings.finding import Group, Severity
from sosach.rules.absence import missing, sentences
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Chưa có họ tên",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="full_name",
    broken=missing("full_name"),
    variants=sentences("full_name", "Chưa có họ tên", ", trong khi đây là thông tin cơ bản của hồ sơ."),
    next_step="Lấy theo giấy khai sinh hoặc thẻ căn cước.",
    reason=(
        "Họ tên là thông tin cơ bản mà kế hoạch nêu ở gạch đầu dòng thứ ba của mục II.1.b; thiếu họ tên thì không "
        "đối chiếu được với sổ hộ tịch và dữ liệu dân cư."
    ),
)
