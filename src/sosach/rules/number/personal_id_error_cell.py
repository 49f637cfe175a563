"""A formula should have fetched the number and broke, or was never calculated."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, fault
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Ô công thức hỏng",
    severity=Severity.ERROR,
    group=Group.NO_ID,
    field=NUMBER,
    broken=fault(NUMBER, "error_cell"),
    variants=(
        Variant(
            when=pl.col("personal_id__raw").is_null(),
            message="Ô “{column}” có công thức nhưng tệp không lưu kết quả của công thức, nên chưa có số.",
        ),
        Variant(message="Ô “{column}” chứa “{value}” là kết quả hỏng của công thức, nên chưa có số."),
    ),
    next_step="Kết xuất lại, hoặc nhập theo giấy tờ.",
    reason=(
        "Ô công thức hỏng không cho biết số nào; người đó được tính là chưa có số định danh cho đến khi có tệp khác."
    ),
)
