"""A single syllable: the family name is missing.

Silent for foreigners and for names of peoples whose given name alone may stand (H’Hương): there a single word proves
nothing.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.naming import OPTIONAL, vietnamese_naming
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Tên chỉ một tiếng",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="full_name",
    broken=pl.col("full_name__state").is_in(["good", "tidied"])
    & ~pl.col("full_name").str.contains(" ", literal=True)
    & vietnamese_naming(),
    message="Họ tên ghi “{value}” chỉ có một tiếng, thường là thiếu họ.",
    next_step="Bổ sung theo giấy khai sinh.",
    optional=OPTIONAL,
    reason=(
        "Họ tên gồm họ, tên và chữ đệm nếu có (Nghị định 87/2020/NĐ-CP, Điều 2), nên họ tên của người Kinh có ít "
        "nhất hai tiếng; hai tiếng là đủ, không cần chữ đệm."
    ),
)
