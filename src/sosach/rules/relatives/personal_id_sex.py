"""The fourth digit of a parent's number tells the other sex, mostly because two columns changed places."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.rules.numbers import words
from sosach.rules.rule import Rule, rule


def _of(who: str, label: str, sex: str) -> Rule:
    number = f"{who}_personal_id"
    return rule(
        __name__,
        who=who,
        label=label,
        severity=Severity.WARNING,
        group=Group.BASIC_INFO,
        field=number,
        broken=personal_id.sex_of(pl.col(number)) != sex,
        message=(
            "Chữ số thứ tư trong số của {relative} là {digit4}, ứng với {id_sex}; có thể số của cha và mẹ ghi đổi chỗ."
        ),
        next_step="Đối chiếu giấy tờ hai người.",
        yields_to=("parents_personal_id_same", f"{who}_personal_id_child"),
        words=words(number),
        reason=(
            "Theo cấu trúc của Nghị định 137/2015/NĐ-CP (Điều 13), chữ số thứ tư chẵn là nam, lẻ là nữ. Cấu trúc này "
            "không còn là quy định bắt buộc từ 01/7/2024 nên chỉ cần xác minh."
        ),
    )


RULES = (_of("father", "Số cha lệch giới", "male"), _of("mother", "Số mẹ lệch giới", "female"))
