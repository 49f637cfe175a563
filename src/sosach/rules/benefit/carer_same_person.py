"""The carer and the person cared for are one and the same: one number, or one name and one birth date.

Silent on the row of a carer who is paid for caring: there she may stand in both places.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import care
from sosach.rules.rule import Variant, rule
from sosach.text.folding import letters_key

_SAME_NUMBER = (pl.col("carer_personal_id") == pl.col("personal_id")).fill_null(value=False)
_SAME_NAME = (letters_key(pl.col("carer_name")) == letters_key(pl.col("full_name"))).fill_null(value=False)
_SAME_DATE = (pl.col("carer_birth_date") == pl.col("birth_date")).fill_null(value=False)

RULE = rule(
    __name__,
    label="Tự chăm sóc mình",
    severity=Severity.ERROR,
    group=Group.BASIC_INFO,
    field="carer_name",
    broken=lambda context: (
        (_SAME_NUMBER | (_SAME_NAME & _SAME_DATE)) & (~care.paid_to_carer() | care.is_cared_for(context.on))
    ),
    variants=(
        Variant(
            when=_SAME_NUMBER & _SAME_NAME,
            message=(
                "Người chăm sóc và người được chăm sóc cùng họ tên và cùng một số định danh, trong khi đây phải là "
                "hai người."
            ),
        ),
        Variant(
            when=_SAME_NUMBER,
            message="Người chăm sóc và người được chăm sóc cùng một số định danh, trong khi đây phải là hai người.",
        ),
        Variant(
            message="Người chăm sóc và người được chăm sóc cùng họ tên, ngày sinh, trong khi đây phải là hai người.",
        ),
    ),
    next_step="Lấy theo quyết định hưởng.",
    optional=(
        *care.OPTIONAL,
        "category",
        "personal_id",
        "carer_personal_id",
        "carer_birth_date",
        "birth_date",
    ),
    reason=(
        "Hỗ trợ kinh phí chăm sóc chi cho người chăm sóc người khác (Nghị định 20/2021/NĐ-CP, Điều 18 đến 20); mỗi "
        "số định danh chỉ cấp cho một người (Luật Căn cước 26/2023/QH15, Điều 12)."
    ),
)
