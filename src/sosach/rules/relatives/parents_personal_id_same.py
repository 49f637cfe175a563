"""One number stands in the father's and in the mother's column."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.rules.rule import Rule, rule

_SAME = pl.col("father_personal_id") == pl.col("mother_personal_id")
_WOMAN = personal_id.sex_of(pl.col("father_personal_id")) == "female"


def _of(field: str, doubted: pl.Expr) -> Rule:
    return rule(
        __name__,
        label="Cha mẹ cùng số",
        severity=Severity.ERROR,
        group=Group.BASIC_INFO,
        field=field,
        broken=_SAME & doubted,
        message="Cột cha và cột mẹ ghi cùng một số, trong khi mỗi số chỉ cấp cho một người.",
        next_step="Đối chiếu giấy tờ hai người.",
        reason=(
            "Luật Căn cước 26/2023/QH15, Điều 12: số định danh không lặp lại ở người khác, nên ít nhất một trong hai "
            "ô ghi nhầm; chữ số thứ tư cho biết nên xem ô nào trước."
        ),
    )


# A woman's number is to be doubted first in the father's column, and the other way round.
RULES = (_of("father_personal_id", _WOMAN), _of("mother_personal_id", ~_WOMAN))
