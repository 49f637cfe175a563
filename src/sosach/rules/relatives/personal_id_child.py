"""A relative's number belongs to somebody too young to be that relative, mostly a child of the same house.

Parents are measured against the child, others against the reference day: somebody under sixteen is a child of the
register, not a guardian or carer.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.registers.field import RELATIVE_LABELS
from sosach.rules.context import Context
from sosach.rules.numbers import birth_year, words
from sosach.rules.parents import YOUNGEST
from sosach.rules.rule import Asked, Rule, rule

_STILL_A_CHILD = 16
_CENTURY = 2000  # born before, somebody is no child; then the record's own birth date is odd


def _younger_than_parents_are(number: str) -> Asked:
    def broken(context: Context) -> pl.Expr:
        born = personal_id.birth_year_of(pl.col(number))
        child = pl.coalesce(birth_year(), pl.lit(context.on.year))
        return (born >= _CENTURY) & (child - born < YOUNGEST)

    return broken


def _under_sixteen(number: str) -> Asked:
    def broken(context: Context) -> pl.Expr:
        return context.on.year - personal_id.birth_year_of(pl.col(number)) < _STILL_A_CHILD

    return broken


def _of(who: str, broken: Asked, doubt: str, *louder: str) -> Rule:
    number = f"{who}_personal_id"
    return rule(
        __name__,
        who=who,
        label="Số của trẻ khác",
        severity=Severity.WARNING,
        group=Group.BASIC_INFO,
        field=number,
        broken=broken,
        message=(
            f"Số của {{relative}} ứng với người sinh năm {{id_birth_year}}, {doubt}; "
            "có thể là số của một trẻ trong nhà."
        ),
        next_step=f"Đối chiếu giấy tờ của {RELATIVE_LABELS[who]}.",
        optional=("birth_date",),
        yields_to=louder,
        words=words(number),
        reason=(
            "Theo cấu trúc của Nghị định 137/2015/NĐ-CP (Điều 13), chữ số thứ tư đến thứ sáu cho biết năm sinh; "
            "người sinh năm đó quá trẻ nên ô này có thể chứa số của một trẻ. Cấu trúc không còn bắt buộc từ "
            "01/7/2024 nên chỉ cần xác minh."
        ),
    )


RULES = (
    _of("father", _younger_than_parents_are("father_personal_id"), "quá ít tuổi so với {person}"),
    _of("mother", _younger_than_parents_are("mother_personal_id"), "quá ít tuổi so với {person}"),
    _of("guardian", _under_sixteen("guardian_personal_id"), "chưa đủ 16 tuổi vào ngày {on}"),
    _of("carer", _under_sixteen("carer_personal_id"), "chưa đủ 16 tuổi vào ngày {on}", "carer_same_person"),
)
