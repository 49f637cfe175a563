"""No sex stands in the row. It is never taken from the name; the number may tell it.

The fourth digit of a personal number is proof enough for a suggestion only where prefix and year of birth agree with
the row and the number belongs to nobody else of the family.
"""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.ids import personal_id
from sosach.rules.absence import missing, sentences
from sosach.rules.rule import Variant, rule

_NUMBER = pl.col("personal_id")
_RELATIVES = ("father_personal_id", "mother_personal_id", "guardian_personal_id", "carer_personal_id")

_OWN = ~pl.any_horizontal((pl.col(name) == _NUMBER).fill_null(value=False) for name in _RELATIVES)
_FITS = (personal_id.birth_year_of(_NUMBER) == pl.col("birth_date").str.head(4).cast(pl.Int32)).fill_null(value=False)

RULE = rule(
    __name__,
    label="Chưa ghi giới tính",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="sex",
    broken=missing("sex"),
    variants=(
        Variant(
            when=_FITS & _OWN & personal_id.prefix_is_known(_NUMBER),
            message=(
                "Chưa ghi giới tính: ô “{column}” để trống; chữ số thứ tư của số định danh ứng với {suggestion}, và "
                "số này khớp năm sinh."
            ),
            suggestion=personal_id.sex_of(_NUMBER),
            certainty=Certainty.PROVEN,
        ),
        *sentences("sex", "Chưa ghi giới tính", "; không suy ra từ họ tên."),
    ),
    next_step="Lấy theo giấy khai sinh hoặc thẻ căn cước.",
    optional=("personal_id", "birth_date", *_RELATIVES),
    reason=(
        "Giới tính là thông tin cơ bản theo mục II.1.b của kế hoạch. Chữ số thứ tư của số định danh cho biết giới "
        "tính (Nghị định 137/2015/NĐ-CP, Điều 13) nên chỉ nêu đề xuất khi mã nơi và năm sinh đều khớp; tên không bao "
        "giờ quyết định giới tính."
    ),
)
