"""Two hamlets of the commune have this name, as when two communes became one."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import Variant, rule

_CANDIDATES = pl.col("hamlet__candidates")

RULE = rule(
    __name__,
    label="Thôn trùng tên",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="hamlet",
    broken=pl.col("hamlet__match_state") == "ambiguous",
    variants=(
        Variant(
            when=_CANDIDATES.str.contains(" hoặc ", literal=True),
            message="Tên thôn “{value}” có thể là {candidates}, nên chưa biết thuộc thôn nào.",
        ),
        Variant(message="Tên thôn “{value}” có ở cả hai xã cũ, nên chưa biết thuộc thôn nào."),
    ),
    next_step="Chọn thôn theo địa chỉ.",
    words={"candidates": _CANDIDATES},
    reason="Khi hai xã nhập lại, hai thôn cùng tên là hai nơi khác nhau; chọn sai thì giao nhầm người rà soát.",
)
