"""No category of assistance stands in the row."""

from sosach.findings.finding import Group, Severity
from sosach.rules.absence import missing, sentences
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Chưa ghi loại",
    severity=Severity.ERROR,
    group=Group.OTHER,
    field="category",
    broken=missing("category"),
    variants=sentences("category", "Chưa ghi loại trợ cấp", "."),
    next_step="Lấy theo quyết định hưởng.",
    reason=(
        "Mỗi hồ sơ hưởng theo một loại của Nghị định 20/2021/NĐ-CP (Điều 5) hoặc trợ cấp hưu trí xã hội; thiếu loại "
        "thì không kiểm tra được tuổi, khuyết tật và người nhận."
    ),
)
