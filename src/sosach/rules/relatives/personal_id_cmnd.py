"""A relative's number is an old identity-card number (Law on Identity 26/2023, Art. 46: of no use since 01/01/2025)."""

from sosach.findings.finding import Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} là CMND",
    severity=Severity.WARNING,
    broken=lambda number: fault(number, "cmnd"),
    variants=lambda number: (
        Variant(message="Số của {relative} có dạng chứng minh nhân dân cũ, không còn giá trị sử dụng từ 01/01/2025."),
    ),
    next_step="Hỏi gia đình số định danh.",
    unverified=True,
    reason=(
        "Luật Căn cước 26/2023/QH15, Điều 46: chứng minh nhân dân có giá trị sử dụng chậm nhất đến hết ngày "
        "31/12/2024. Số cũ vẫn giúp tìm người nên chỉ cần xác minh."
    ),
)
