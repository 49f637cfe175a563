"""No birth date stands in the row."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Chưa có ngày sinh",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="birth_date",
    # A formula that was never calculated shows nothing either, but it is no empty cell: `birth_date_unreadable` speaks.
    broken=pl.col("birth_date__raw").is_null() & pl.col("birth_date__state").is_null(),
    message="Chưa có ngày sinh: ô “{column}” để trống, nên không tính được tuổi.",
    next_step="Lấy theo giấy khai sinh hoặc thẻ căn cước.",
    reason=(
        "Ngày, tháng, năm sinh là thông tin cơ bản theo mục II.1.b của kế hoạch và là căn cứ tính tuổi; không suy ra "
        "từ lớp học hay từ số định danh."
    ),
)
