"""A child's birth date without its day or month.

Year-only births are official for the elderly; a child's birth certificate always has the full date (Law on Civil
Status 60/2014, Art. 14), so children alone are asked about.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Thiếu ngày, tháng sinh",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="birth_date",
    registers=frozenset({"children"}),
    broken=pl.col("birth_date").str.len_chars() < 10,
    message="Ngày sinh chỉ ghi “{value}”, trong khi giấy khai sinh của trẻ có đủ ngày, tháng, năm.",
    next_step="Bổ sung theo giấy khai sinh.",
    yields_to=("birth_date_two_digit_year",),
    reason=(
        "Giấy khai sinh ghi đủ ngày, tháng, năm sinh (Luật Hộ tịch 60/2014/QH13, Điều 14); kế hoạch nêu ngày, tháng, "
        "năm sinh là thông tin cơ bản. Không tự điền ngày 01/01."
    ),
)
