"""No ethnic group stands in the row; the majority's is never filled in."""

from sosach.findings.finding import Group, Severity
from sosach.rules.absence import missing, sentences
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Chưa ghi dân tộc",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="ethnicity",
    broken=missing("ethnicity"),
    variants=sentences("ethnicity", "Chưa ghi dân tộc", "; không tự điền theo số đông."),
    next_step="Lấy theo giấy khai sinh hoặc thẻ căn cước.",
    reason=(
        "Dân tộc là thông tin cơ bản theo mục II.1.b của kế hoạch và có trong giấy khai sinh (Luật Hộ tịch "
        "60/2014/QH13, Điều 14); không suy ra từ nơi ở hay từ số đông trong xã."
    ),
)
