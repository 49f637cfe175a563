"""The digits four to six tell another year of birth than the record; either may be wrong."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.rules.context import Context
from sosach.rules.numbers import NUMBER, birth_year, words
from sosach.rules.rule import Variant, rule

_BY_NUMBER = personal_id.birth_year_of(pl.col(NUMBER))


def _broken(context: Context) -> pl.Expr:
    """Without a birth date only a year still to come can be told to be wrong."""
    return pl.coalesce(birth_year() != _BY_NUMBER, context.on.year < _BY_NUMBER)


RULE = rule(
    __name__,
    label="Số lệch năm sinh",
    severity=Severity.WARNING,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=_broken,
    variants=(
        Variant(
            when=birth_year().is_not_null(),
            message=(
                "Chữ số thứ tư đến thứ sáu ứng với năm sinh {id_birth_year}, trong khi hồ sơ ghi {birth_year}; "
                "số hoặc năm sinh cần xem lại."
            ),
        ),
        Variant(message="Chữ số thứ tư đến thứ sáu ứng với năm sinh {id_birth_year}, ở sau ngày {on}; số cần xem lại."),
    ),
    next_step="Xem giấy khai sinh, chuyển Công an.",
    optional=("birth_date",),
    yields_to=(
        "personal_id_adult",
        "personal_id_same_as_father",
        "personal_id_same_as_mother",
        "personal_id_same_as_guardian",
    ),
    words=words(),
    reason=(
        "Theo cấu trúc của Nghị định 137/2015/NĐ-CP (Điều 13), chữ số thứ tư cho biết thế kỷ sinh, hai chữ số tiếp "
        "theo là hai số cuối của năm sinh. Từ 01/7/2024 Luật Căn cước không còn buộc theo cấu trúc này, và năm sinh "
        "có thể đã được cải chính, nên đây chỉ là dấu hiệu cần xác minh."
    ),
)
