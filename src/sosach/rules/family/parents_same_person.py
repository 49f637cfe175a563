"""Father and mother are the same name with the same year of birth: one column was copied into the other."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import identity
from sosach.rules.parents import named
from sosach.rules.rule import Variant, rule

_FATHER_YEAR, _MOTHER_YEAR = pl.col("father_birth_year"), pl.col("mother_birth_year")

RULE = rule(
    __name__,
    label="Cha trùng mẹ",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="mother_name",
    broken=named("father_name")
    & named("mother_name")
    & (identity.named("father_name")("") == identity.named("mother_name")(""))
    & (_FATHER_YEAR == _MOTHER_YEAR).fill_null(value=True),
    variants=(
        Variant(
            when=_FATHER_YEAR == _MOTHER_YEAR,
            message="Cột cha và cột mẹ cùng ghi một họ tên và một năm sinh, có thể do chép nhầm cột.",
        ),
        Variant(message="Cột cha và cột mẹ cùng ghi một họ tên, có thể do chép nhầm cột."),
    ),
    next_step="Xem giấy khai sinh.",
    optional=("father_birth_year", "mother_birth_year", "father_name__suggestion", "mother_name__suggestion"),
    facts=identity.compared("father_name", "mother_name"),
    reason=(
        "Cha và mẹ là hai người; hai người trùng cả họ tên lẫn năm sinh hầu như không gặp, còn chép nhầm cột khi "
        "nhập thì thường gặp."
    ),
)
