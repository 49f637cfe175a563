"""Nothing stands where the number should be: the first dash of the plan's II.1.b."""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Chưa có số định danh",
    severity=Severity.ERROR,
    group=Group.NO_ID,
    field="personal_id",
    # Not `__raw`: invisible letters leave a cell as empty as none, and a formula without a result is another fault.
    broken=pl.col("personal_id__state").is_null(),
    message="Chưa có số định danh: ô “{column}” để trống, trong khi số này là căn cứ để đối chiếu với dữ liệu dân cư.",
    next_step="Tra sổ khai sinh, rồi chuyển Công an.",
    reason=(
        "Số định danh được cấp khi đăng ký khai sinh, nên người đã khai sinh mà ô này trống là thiếu dữ liệu chứ "
        "không phải chưa có số. Đây là gạch đầu dòng thứ nhất của mục II.1.b trong kế hoạch."
    ),
)
