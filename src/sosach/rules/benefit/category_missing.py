"""No category of assistance stands in the row."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Chưa ghi loại",
    severity=Severity.ERROR,
    group=Group.OTHER,
    field="category",
    broken=pl.col("category").is_null() & pl.col("category__state").is_null(),
    message="Chưa ghi loại trợ cấp: ô “{column}” để trống.",
    next_step="Lấy theo quyết định hưởng.",
    reason=(
        "Mỗi hồ sơ hưởng theo một loại của Nghị định 20/2021/NĐ-CP (Điều 5) hoặc trợ cấp hưu trí xã hội; thiếu loại "
        "thì không kiểm tra được tuổi, khuyết tật và người nhận."
    ),
)
