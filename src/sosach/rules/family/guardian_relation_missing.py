"""A guardian is named, but not what she is to the child. Silent where the guardian is the father or mother named
beside.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.parents import columns, named
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Chưa ghi quan hệ",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="guardian_relation",
    broken=pl.col("guardian_relation").is_null()
    & named("guardian_name")
    & pl.col("guardian_name").ne_missing(pl.col("father_name"))
    & pl.col("guardian_name").ne_missing(pl.col("mother_name")),
    message="Có người giám hộ nhưng ô “{column}” để trống, nên chưa rõ quan hệ với {person}.",
    next_step="Hỏi gia đình, bổ sung quan hệ.",
    needs=columns("guardian_name"),
    optional=("father_name", "mother_name"),
    reason=(
        "Người giám hộ, người chăm sóc và chủ hộ là những vai khác nhau; quan hệ cho biết ai được ký và ai cần liên "
        "hệ. Khi người giám hộ chính là cha hoặc mẹ đã ghi thì quan hệ đã rõ."
    ),
)
