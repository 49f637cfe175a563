"""The first three digits of a relative's number are in no list of places of birth registration."""

import polars as pl

from sosach.findings.finding import Severity
from sosach.ids import personal_id
from sosach.rules.numbers import of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Mã nơi số {relative}",
    severity=Severity.WARNING,
    broken=lambda number: ~personal_id.prefix_is_known(pl.col(number)),
    variants=lambda number: (
        Variant(
            message="Ba số đầu {prefix} trong số của {relative} không có trong danh mục mã nơi đăng ký khai sinh.",
        ),
    ),
    next_step="Hỏi gia đình, nhập lại.",
    reason=(
        "Ba số đầu là mã nơi đăng ký khai sinh: 63 mã tỉnh, thành phố trước 01/7/2025 hoặc mã nước từ 101 đến 295. "
        "Mã không đổi khi sáp nhập tỉnh và không buộc trùng nơi ở."
    ),
)
