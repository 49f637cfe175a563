"""The address lies in another commune of today. Speaks only when the commune at home is known."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.context import Context
from sosach.rules.rule import Variant, rule


def _broken(context: Context) -> pl.Expr:
    if context.commune is None:
        return pl.lit(value=False)
    return pl.col("address__commune") != context.commune.code


RULE = rule(
    __name__,
    label="Địa chỉ xã khác",
    severity=Severity.WARNING,
    group=Group.OUT_OF_SCOPE,
    field="address",
    broken=_broken,
    variants=(
        Variant(
            when=pl.col("address__place_old").is_not_null(),
            message="Địa chỉ ghi tên cũ {place_old}, nay thuộc {place_new}, không thuộc xã này.",
        ),
        Variant(message="Địa chỉ ghi {address}, thuộc {place_new}, không thuộc xã này."),
    ),
    next_step="Hỏi thôn nơi ở hiện nay.",
    words={"place_old": pl.col("address__place_old"), "place_new": pl.col("address__place_new")},
    reason=(
        "Xã quản lý người đang cư trú trên địa bàn. Địa chỉ xã khác có thể là nơi đăng ký thường trú, còn người vẫn "
        "ở đây, nên hỏi thôn trước khi chuyển. Xã được hiểu theo địa giới từ 01/7/2025, chỉ khi tên xã rõ ràng."
    ),
)
