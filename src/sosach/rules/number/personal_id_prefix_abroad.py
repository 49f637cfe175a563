"""The number was given for a birth registered abroad, and nothing in the record points abroad.

Children born abroad, of foreign parents, or of another nationality carry such numbers lawfully; the rule speaks only
where neither place of birth, nationality, ethnicity, remark nor a foreign name in the family explains the prefix.
"""

from collections.abc import Callable

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.people.abroad import is_foreign_name, is_place_abroad
from sosach.refdata.countries import HOME
from sosach.rules.numbers import NUMBER, words
from sosach.rules.rule import rule
from sosach.text import rare

_FOREIGNER = "55"  # among the codes of ethnic groups

_ABROAD = personal_id.prefix_is_abroad(pl.col(NUMBER))
_NAMES = ("full_name", "father_name", "mother_name")
_PLACES = ("birth_place", "note")


def _asked_of_few(column: str, question: Callable[[pl.Expr], pl.Expr]) -> pl.Expr:
    """The answer for the few rows that matter; the rest of a million stays unread."""
    return rare.expression_where(pl.when(_ABROAD).then(pl.col(column)), "", question, pl.Boolean)


_EXPLAINED = pl.any_horizontal(
    pl.col("nationality") != HOME,
    pl.col("ethnicity") == _FOREIGNER,
    *(_asked_of_few(column, is_place_abroad) for column in _PLACES),
    *(_asked_of_few(column, is_foreign_name) for column in _NAMES),
).fill_null(value=False)

RULE = rule(
    __name__,
    label="Mã nước ngoài",
    severity=Severity.WARNING,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=_ABROAD & ~_EXPLAINED,
    message="Ba số đầu {prefix} là mã nơi khai sinh ngoài nước, trong khi hồ sơ không ghi nơi sinh ở nước ngoài.",
    next_step="Hỏi gia đình nơi khai sinh.",
    optional=("nationality", "ethnicity", *_PLACES, *_NAMES),
    yields_to=("personal_id_same_as_father", "personal_id_same_as_mother", "personal_id_same_as_guardian"),
    words=words(),
    reason=(
        "Mã 101 đến 295 dành cho người đăng ký khai sinh ở nước ngoài (phụ lục Thông tư 59/2021/TT-BCA). Số như vậy "
        "vẫn có thể đúng, nên chỉ hỏi lại khi nơi sinh, quốc tịch, dân tộc, ghi chú và họ tên đều không cho thấy yếu "
        "tố nước ngoài."
    ),
)
