"""The address has a name of before the reform of 1 July 2025 and means the commune at home: nothing is to be done."""

import polars as pl

from sosach.findings.finding import Severity
from sosach.rules.context import Context
from sosach.rules.rule import rule


def _broken(context: Context) -> pl.Expr:
    if context.commune is None:
        return pl.lit(value=False)
    return (pl.col("address__place_state") == "old_name") & (pl.col("address__commune") == context.commune.code)


RULE = rule(
    __name__,
    label="Tên cũ đã đổi",
    severity=Severity.INFO,
    group=None,
    field="address",
    broken=_broken,
    message="Địa chỉ ghi tên cũ “{place_old}”, nay là {place_new}.",
    next_step="Không cần làm gì.",
    words={"place_old": pl.col("address__place_old"), "place_new": pl.col("address__place_new")},
    reason=(
        "Từ 01/7/2025 bỏ cấp huyện và nhập nhiều xã; địa chỉ cũ trên giấy tờ vẫn hiểu được nên không cần sửa ngay."
    ),
)
