"""The spreadsheet dropped the zeros a relative's number began with."""

import polars as pl

from sosach.findings.finding import Certainty, Severity
from sosach.ids import personal_id
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} mất 0",
    severity=Severity.ERROR,
    broken=lambda number: fault(number, "lost_zero", "lost_zero_unsure"),
    variants=lambda number: (
        Variant(
            when=fault(number, "lost_zero"),
            message=(
                "Số của {relative} có {digits} chữ số vì bảng tính đã bỏ {zeros} số 0 ở đầu; thêm lại thì được "
                "{suggestion}."
            ),
            suggestion=personal_id.padded(pl.col(f"{number}__digits")),
            certainty=Certainty.PROVEN,
        ),
        Variant(
            message=(
                "Số của {relative} có {digits} chữ số, có thể do bảng tính bỏ {zeros} số 0 ở đầu; thêm lại thì được "
                "{suggestion} nhưng thông tin của hồ sơ chưa xác nhận được."
            ),
            suggestion=personal_id.padded(pl.col(f"{number}__digits")),
            certainty=Certainty.LIKELY,
        ),
    ),
    next_step="Xem đề xuất, đối chiếu rồi chọn.",
    reason=(
        "Mã nơi đăng ký khai sinh trong nước từ 001 đến 096 đều bắt đầu bằng số 0; ô dạng số của bảng tính không giữ "
        "số 0 ở đầu. Số thêm lại chỉ được coi là chắc chắn khi khớp mã nơi, giới tính và năm sinh ghi trong hồ sơ."
    ),
)
