"""Not twelve digits, and nothing better can be said about them.

Where a digit was dropped or doubled among those that tell sex and year, the record leaves one number possible; it is
shown as a possibility, never as proof.
"""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.ids.personal_id_slips import one_digit_off
from sosach.rules.numbers import NUMBER, birth_year, fault, words
from sosach.rules.rule import Variant, rule

_ONE_DIGIT_OFF = one_digit_off(pl.col("personal_id__digits"), sex=pl.col("sex"), birth_year=birth_year())

RULE = rule(
    __name__,
    label="Không đúng 12 số",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "length", "other"),
    variants=(
        Variant(
            when=fault(NUMBER, "length") & _ONE_DIGIT_OFF.is_not_null(),
            message=(
                "Số “{value}” có {digits} chữ số thay vì 12; nếu chỉ sót hoặc thừa một chữ số thì {suggestion} là số "
                "duy nhất khớp giới tính và năm sinh của hồ sơ."
            ),
            suggestion=_ONE_DIGIT_OFF,
            certainty=Certainty.LIKELY,
        ),
        Variant(
            when=fault(NUMBER, "length"),
            message="Số “{value}” có {digits} chữ số, trong khi số định danh có đúng 12 chữ số.",
        ),
        Variant(message="Ô “{column}” ghi “{value}”, không phải dãy 12 chữ số của số định danh."),
    ),
    next_step="Nhập lại theo giấy tờ gốc.",
    optional=("sex", "birth_date"),
    words=words(),
    reason=(
        "Luật Căn cước 26/2023/QH15, Điều 12: số định danh cá nhân là dãy số tự nhiên gồm 12 chữ số. "
        "Không tự thêm, bớt chữ số; đề xuất nếu có chỉ để tra cứu, giấy tờ gốc hoặc Công an mới cho biết số đúng."
    ),
)
