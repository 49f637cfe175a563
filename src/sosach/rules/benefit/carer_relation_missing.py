"""A carer is named, but not what she is to the person cared for."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.parents import columns, named
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Thiếu quan hệ chăm sóc",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="carer_relation",
    broken=pl.col("carer_relation").is_null() & named("carer_name"),
    message="Có người chăm sóc nhưng chưa ghi quan hệ với người được chăm sóc.",
    next_step="Hỏi gia đình, bổ sung.",
    needs=columns("carer_name"),
    reason=(
        "Người chăm sóc, người giám hộ và chủ hộ là những vai khác nhau; kế hoạch (mục II.2.b) nêu riêng người hưởng "
        "hỗ trợ kinh phí chăm sóc nên hồ sơ cần ghi rõ quan hệ."
    ),
)
