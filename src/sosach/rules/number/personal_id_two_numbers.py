"""Two numbers stand in one cell, mostly the old CMND beside the new number.

Proven is only the repair where a single one has twelve digits and tells the record's sex and year; of two numbers with
twelve digits one may be a relative's, so that choice stays with people.
"""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.ids import personal_id
from sosach.rules.numbers import NUMBER, birth_year, contradicts, fault
from sosach.rules.rule import Variant, rule

_DIGITS = pl.col("personal_id__digits")
_FITTING = personal_id.fitting(_DIGITS, sex=pl.col("sex"), birth_year=birth_year())
_TWELVE = _DIGITS.str.extract(r"\b([0-9]{12})\b", 1)
_ONLY_ONE = _DIGITS.str.count_matches(r"\b[0-9]{12}\b") == 1

RULE = rule(
    __name__,
    label="Hai số một ô",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "two_numbers"),
    variants=(
        Variant(
            when=_FITTING.is_not_null() & _ONLY_ONE,
            message="Ô ghi hai số “{value}”; chỉ {suggestion} có 12 chữ số và khớp giới tính, năm sinh của hồ sơ.",
            suggestion=_FITTING,
            certainty=Certainty.PROVEN,
        ),
        Variant(
            when=_FITTING.is_not_null(),
            message="Ô ghi hai số “{value}”; trong các số đó chỉ {suggestion} khớp giới tính, năm sinh của hồ sơ.",
            suggestion=_FITTING,
            certainty=Certainty.LIKELY,
        ),
        Variant(
            when=_ONLY_ONE & ~contradicts(_TWELVE),
            message="Ô ghi hai số “{value}”; chỉ {suggestion} có 12 chữ số, nhưng hồ sơ chưa đủ thông tin để xác nhận.",
            suggestion=_TWELVE,
            certainty=Certainty.LIKELY,
        ),
        Variant(message="Ô ghi hai số “{value}”, trong khi mỗi người chỉ có một số định danh."),
    ),
    next_step="Chọn số đúng theo giấy tờ.",
    optional=("sex", "birth_date"),
    reason=(
        "Thường gặp khi ghi số CMND cũ cạnh số định danh. Chỉ coi là chắc chắn khi trong ô có đúng một số 12 chữ số "
        "và số đó khớp giới tính, năm sinh của hồ sơ."
    ),
)
