"""The father's column is blank and the mother is named: lawful, a remark in grey.

Where a father is not established the birth record leaves his part blank (Decree 123/2015/NĐ-CP, Art. 15);
collaborators must never be sent to ask for him.
"""

from sosach.findings.finding import Severity
from sosach.rules.parents import columns, named
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Phần cha để trống",
    severity=Severity.INFO,
    group=None,
    field="father_name",
    registers=frozenset({"children", "births"}),
    broken=~named("father_name") & named("mother_name"),
    message="Phần cha để trống; hồ sơ có mẹ nên không cần bổ sung.",
    next_step="Không cần làm gì.",
    needs=columns("father_name", "mother_name"),
    reason=(
        "Khi chưa xác định được cha, giấy khai sinh để trống phần ghi về cha (Nghị định 123/2015/NĐ-CP, Điều 15), "
        "nên đây không phải thiếu sót và không hỏi gia đình."
    ),
)
