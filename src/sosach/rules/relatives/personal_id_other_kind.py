"""A telephone, insurance, tax or birth-certificate number stands where a relative's personal number should be."""

from sosach.findings.finding import Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Không phải số định danh",
    severity=Severity.ERROR,
    broken=lambda number: fault(number, "phone", "health_insurance", "insurance_card", "tax", "birth_cert"),
    variants=lambda number: (
        Variant(
            message=(
                "Số của {relative} có dạng số điện thoại, mã bảo hiểm, mã số thuế hoặc số khai sinh, không phải số "
                "định danh."
            ),
        ),
    ),
    next_step="Hỏi gia đình, nhập lại.",
    reason=(
        "Các số này có hình dạng riêng (đầu số di động, hai chữ cái của thẻ, số kiểm tra, dạng số/năm) nên nhận ra "
        "được."
    ),
)
