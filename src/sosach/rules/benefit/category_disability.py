"""The category is for another degree of disability than the record has."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import assistance
from sosach.rules.disability import WITH_A_DEGREE, degree
from sosach.rules.rule import rule

_DEGREE = degree(pl.col("disability_degree"))

RULE = rule(
    __name__,
    label="Loại lệch khuyết tật",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="category",
    # The wording may name one degree (“NKT đặc biệt nặng”); without one, both that are assisted will do.
    broken=(pl.col("category__degree") != _DEGREE).fill_null(value=False)
    | ((_DEGREE == "mild") & pl.col("category").is_in(WITH_A_DEGREE)),
    message=("Loại “{category}” không ứng với mức độ khuyết tật “{disability_degree}” ghi trong hồ sơ."),
    next_step="Xem giấy xác nhận khuyết tật.",
    needs=("disability_degree",),
    words={"category": assistance.said()},
    reason=(
        "Nghị định 20/2021/NĐ-CP, Điều 5 khoản 6 và Điều 6: trợ cấp dành cho người khuyết tật nặng và đặc biệt nặng, "
        "mức hưởng theo mức độ ghi trong giấy xác nhận khuyết tật."
    ),
)
