"""No hamlet: nobody knows whom to ask. Speaks only when the commune's hamlets are known."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.absence import missing
from sosach.rules.context import Context
from sosach.rules.rule import rule


def _broken(context: Context) -> pl.Expr:
    if context.commune is None or not context.commune.hamlets:
        return pl.lit(value=False)
    return missing("hamlet")


RULE = rule(
    __name__,
    label="Chưa ghi thôn",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="hamlet",
    broken=_broken,
    message="Chưa ghi thôn, nên chưa biết giao cho ai rà soát.",
    next_step="Chọn thôn.",
    reason=(
        "Rà soát tại hộ gia đình giao theo thôn (mục II.1.a của kế hoạch); hồ sơ không có thôn thì không vào danh "
        "sách của cộng tác viên nào."
    ),
)
