"""Spaces, capitals or the way marks are typed were tidied; not a letter has changed.

Text in an old encoding is another matter (`text_legacy_font`).
"""

import polars as pl

from sosach.findings.finding import Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Gọn lại họ tên",
    severity=Severity.INFO,
    group=None,
    field="full_name",
    broken=pl.col("full_name__state").is_in(["good", "tidied"])
    & (pl.col("full_name") != pl.col("full_name__raw"))
    & pl.col("full_name__legacy").is_null(),
    message="Họ tên ghi “{value}”; đã gọn dấu cách, kiểu chữ và cách gõ dấu, không đổi chữ nào.",
    next_step="Không cần làm gì.",
    optional=("full_name__legacy",),
    reason=(
        "Dấu cách thừa, viết hoa toàn bộ và chữ tổ hợp không làm đổi họ tên nhưng làm việc so khớp bỏ sót; văn bản "
        "gốc của ô vẫn được giữ."
    ),
)
