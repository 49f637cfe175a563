"""A day that no calendar has: 31/02, the 30th of February, a 29th of February in a common year."""

import polars as pl

from sosach.dates.reading import is_year
from sosach.findings.finding import Group, Severity
from sosach.rules.rule import Variant, rule

_YEAR = pl.col("birth_date__raw").str.extract(r"(?:^|\D)(\d{4})(?:\D|$)").cast(pl.Int32)

RULE = rule(
    __name__,
    label="Ngày không có thật",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="birth_date",
    broken=pl.col("birth_date__state") == "impossible",
    variants=(
        Variant(
            when=_YEAR.is_not_null() & ~is_year(_YEAR),
            message="Ngày sinh ghi “{value}”, trong khi năm {year} không thể là năm sinh theo dương lịch.",
        ),
        Variant(message="Ngày sinh ghi “{value}”, là ngày không có trong lịch."),
    ),
    words={"year": _YEAR},
    next_step="Lấy theo giấy khai sinh hoặc thẻ căn cước.",
    reason=(
        "Ngày sinh ghi theo dương lịch (Luật Hộ tịch 60/2014/QH13, Điều 14); ngày không có trong lịch là gõ nhầm "
        "hoặc là ngày âm lịch, không tự sửa được."
    ),
)
