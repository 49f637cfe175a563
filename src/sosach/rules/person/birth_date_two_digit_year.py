"""The year has two digits only (“16/8/15”): the century was understood, not read."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Năm chỉ hai số",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="birth_date",
    broken=pl.col("birth_date__state") == "two_digit_year",
    variants=(
        Variant(
            when=pl.col("birth_date").is_not_null(),
            message="Ngày sinh ghi “{value}” với năm hai chữ số, đang hiểu là {birth_year}.",
        ),
        Variant(message="Ngày sinh ghi “{value}” với năm hai chữ số, nên chưa rõ sinh năm nào."),
    ),
    next_step="Xác nhận năm sinh.",
    reason="Năm viết hai chữ số có thể thuộc hai thế kỷ; tuổi lệch một trăm năm nên cần người xác nhận.",
)
