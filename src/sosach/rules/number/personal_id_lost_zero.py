"""The spreadsheet took the number for a quantity and dropped the zeros in front.

Prefixes 001 to 096 begin with a zero, so ten or eleven digits are mostly such a number. The repair is proven only where
the padded number agrees with prefix, sex and year of birth; otherwise it is a possibility for somebody with papers.
"""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.ids import personal_id
from sosach.rules.numbers import NUMBER, fault, words
from sosach.rules.rule import Variant, rule

_PADDED = personal_id.padded(pl.col("personal_id__digits"))

RULE = rule(
    __name__,
    label="Mất số 0 đầu",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "lost_zero", "lost_zero_unsure"),
    variants=(
        Variant(
            when=fault(NUMBER, "lost_zero"),
            message=(
                "Số “{value}” có {digits} chữ số vì bảng tính đã bỏ {zeros} số 0 ở đầu; thêm lại thì chỉ có "
                "{suggestion} là khớp giới tính và năm sinh của hồ sơ."
            ),
            suggestion=_PADDED,
            certainty=Certainty.PROVEN,
        ),
        Variant(
            message=(
                "Số “{value}” có {digits} chữ số, có thể do bảng tính bỏ {zeros} số 0 ở đầu, nhưng {suggestion} chưa "
                "khớp đủ giới tính và năm sinh của hồ sơ."
            ),
            suggestion=_PADDED,
            certainty=Certainty.LIKELY,
        ),
    ),
    next_step="Xem đề xuất, đối chiếu rồi chọn.",
    words=words(),
    reason=(
        "Mã nơi đăng ký khai sinh trong nước từ 001 đến 096 đều bắt đầu bằng số 0; ô dạng số của bảng tính không giữ "
        "số 0 ở đầu. Số thêm lại chỉ được coi là chắc chắn khi khớp mã nơi, giới tính và năm sinh của hồ sơ."
    ),
)
