"""A word holds the place of a relative's number, or a broken formula does: it counts as empty."""

import polars as pl

from sosach.findings.finding import Severity
from sosach.rules.numbers import fault, of_relatives
from sosach.rules.rule import Variant

RULES = of_relatives(
    __name__,
    label="Số {relative} ghi tạm",
    severity=Severity.INFO,
    broken=lambda number: fault(number, "placeholder", "error_cell"),
    variants=lambda number: (
        Variant(
            when=pl.col(f"{number}__raw").is_null(),
            message="Ô số của {relative} có công thức nhưng tệp không lưu kết quả; được coi là để trống.",
        ),
        Variant(message="Số của {relative} chỉ ghi “{value}”; được coi là để trống."),
    ),
    next_step="Không cần làm gì.",
    reason="Số của cha, mẹ, người giám hộ, người chăm sóc không bắt buộc; chữ giữ chỗ được đọc là ô trống.",
)
