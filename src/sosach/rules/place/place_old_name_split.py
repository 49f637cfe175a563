"""The former commune in the address was split, and no part of it came to the commune at home for certain.

Where the commune at home is among the successors the person may well live here, and nothing is said.
"""

import re

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.context import Context
from sosach.rules.rule import rule

_CANDIDATES = pl.col("address__candidates")


def _broken(context: Context) -> pl.Expr:
    if context.commune is None:
        return pl.lit(value=False)
    at_home = _CANDIDATES.str.contains(rf" {re.escape(context.commune.name)}(?:,| hoặc |$)")
    return (pl.col("address__place_state") == "old_name_split") & ~at_home


RULE = rule(
    __name__,
    label="Tên cũ chia nhiều nơi",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="address",
    broken=_broken,
    message="Địa chỉ ghi tên cũ “{place_old}”, nay thuộc nhiều xã: {candidates}.",
    next_step="Chọn theo thôn, xóm.",
    words={"place_old": pl.col("address__place_old"), "candidates": _CANDIDATES},
    reason=(
        "442 xã cũ trong cả nước được chia về hai đến sáu xã mới khi sắp xếp ngày 01/7/2025; chỉ thôn, xóm mới cho "
        "biết thuộc xã nào."
    ),
)
