"""A child's row carries the number of somebody born in the twentieth century, mostly a parent or grandparent."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, birth_year, words
from sosach.rules.rule import Variant, rule

_CENTURY = 2000

RULE = rule(
    __name__,
    label="Số của người lớn",
    severity=Severity.WARNING,
    group=Group.WRONG_ID,
    field=NUMBER,
    # A person of the last century in this register is another fault (`age_sixteen`), and the number may well be right.
    broken=pl.col(NUMBER).str.slice(3, 1).is_in(["0", "1"]) & (birth_year() >= _CENTURY).fill_null(value=True),
    variants=(
        Variant(
            when=birth_year().is_not_null(),
            message=(
                "Chữ số thứ tư là {digit4}, ứng với người sinh từ 1900 đến 1999, trong khi {person} sinh năm "
                "{birth_year}; có thể đây là số của cha, mẹ hoặc ông bà."
            ),
        ),
        Variant(
            message=(
                "Chữ số thứ tư là {digit4}, ứng với người sinh từ 1900 đến 1999, trong khi đây là hồ sơ của {person}; "
                "có thể đây là số của cha, mẹ hoặc ông bà."
            ),
        ),
    ),
    next_step="Lấy số trên giấy khai sinh.",
    registers=frozenset({"children", "births"}),
    yields_to=("personal_id_same_as_father", "personal_id_same_as_mother", "personal_id_same_as_guardian"),
    optional=("birth_date",),
    words=words(),
    reason=(
        "Theo cấu trúc của Nghị định 137/2015/NĐ-CP (Điều 13), chữ số thứ tư 0 và 1 dành cho người sinh từ 1900 đến "
        "1999, 2 và 3 cho người sinh từ 2000. Cấu trúc này không còn là quy định bắt buộc từ 01/7/2024 nên cần xác "
        "minh trước khi thay."
    ),
)
