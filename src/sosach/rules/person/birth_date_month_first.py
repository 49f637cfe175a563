"""Read as day and month it is no date; read as month and day it is one (“08/16/2015”).

A spreadsheet with American settings writes so. The reading is offered and never applied: where both readings exist
day always comes first, so a file that has such cells may have swapped others silently.
"""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.rules.rule import Variant, rule

_SUGGESTION = pl.col("birth_date__suggestion")

RULE = rule(
    __name__,
    label="Tháng ghi trước ngày",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="birth_date",
    broken=pl.col("birth_date__state") == "month_first",
    variants=(
        Variant(
            when=_SUGGESTION.is_not_null(),
            message="Ngày sinh ghi “{value}” không có tháng như vậy; chỉ đọc tháng trước ngày mới được {suggestion}.",
            suggestion=_SUGGESTION,
            certainty=Certainty.LIKELY,
        ),
        Variant(message="Ngày sinh ghi “{value}” không có tháng như vậy; có thể tháng ghi trước ngày."),
    ),
    next_step="Xem giấy khai sinh rồi chọn.",
    reason=(
        "Ngày luôn đọc theo thứ tự ngày, tháng, năm; máy tính đặt theo kiểu Mỹ ghi tháng trước. Khi chỉ một cách đọc "
        "ra ngày có thật thì nêu cách đó, không tự áp dụng."
    ),
)
