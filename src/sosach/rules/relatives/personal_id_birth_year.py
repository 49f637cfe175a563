"""A relative's number tells another year of birth than the record; either may be wrong."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.registers.field import RELATIVE_LABELS
from sosach.rules.numbers import IN_LABELS, birth_year, words
from sosach.rules.rule import Rule, rule


def _of(who: str, born: str, *louder: str) -> Rule:
    number = f"{who}_personal_id"
    return rule(
        __name__,
        who=who,
        label=f"Số {IN_LABELS[who]} lệch năm",
        severity=Severity.WARNING,
        group=Group.BASIC_INFO,
        field=number,
        broken=personal_id.birth_year_of(pl.col(number)) != birth_year(born),
        message="Số của {relative} ứng với năm sinh {id_birth_year}, trong khi hồ sơ ghi {birth_year}.",
        next_step=f"Đối chiếu giấy tờ của {RELATIVE_LABELS[who]}.",
        yields_to=(f"{who}_personal_id_child", *louder),
        words={**words(number), "birth_year": birth_year(born)},
        reason=(
            "Theo cấu trúc của Nghị định 137/2015/NĐ-CP (Điều 13), chữ số thứ tư đến thứ sáu cho biết năm sinh. Cấu "
            "trúc này không còn là quy định bắt buộc từ 01/7/2024 nên chỉ cần xác minh."
        ),
    )


RULES = (
    _of("father", "father_birth_year", "father_personal_id_sex", "parents_personal_id_same"),
    _of("mother", "mother_birth_year", "mother_personal_id_sex", "parents_personal_id_same"),
    _of("carer", "carer_birth_date", "carer_same_person"),
)
