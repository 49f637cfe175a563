"""No date can be read from what stands there: words, a broken formula, or the bare number of days that Excel counts."""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.rules.absence import uncalculated
from sosach.rules.rule import Variant, rule

_STATE = pl.col("birth_date__state")
_SUGGESTION = pl.col("birth_date__suggestion")

RULE = rule(
    __name__,
    label="Ngày sinh không đọc được",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="birth_date",
    broken=_STATE.is_in(["unreadable", "serial_text", "error_cell"]),
    variants=(
        uncalculated("birth_date"),
        Variant(
            when=_STATE == "error_cell",
            message="Ô “{column}” chứa “{value}” là kết quả hỏng của công thức, nên chưa có ngày sinh.",
        ),
        Variant(
            when=_SUGGESTION.is_not_null(),
            message=(
                "Ngày sinh ghi “{value}”, giống số đếm ngày của bảng tính hơn là một ngày; đổi ra ngày thì được "
                "{suggestion}."
            ),
            suggestion=_SUGGESTION,
            certainty=Certainty.LIKELY,
        ),
        Variant(message="Ngày sinh ghi “{value}”, không đọc được thành ngày, tháng, năm."),
    ),
    next_step="Nhập lại dạng ngày/tháng/năm.",
    reason=(
        "Ngày luôn đọc theo thứ tự ngày, tháng, năm của văn bản hành chính. Bảng tính đếm ngày bằng số (46191 là "
        "18/6/2026); ô mất định dạng chỉ còn con số, nên phải có người xem lại."
    ),
)
