"""The first three digits are in no list of places of birth registration.

Any of the 63 prefixes is right wherever the child lives: they tell where the birth was registered, and were not changed
when provinces were merged in 2025.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.rules.numbers import NUMBER, words
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Mã nơi chưa rõ",
    severity=Severity.WARNING,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=~personal_id.prefix_is_known(pl.col(NUMBER)),
    message=("Ba số đầu {prefix} không có trong danh mục mã nơi đăng ký khai sinh, nên số có thể đã gõ nhầm."),
    next_step="Đối chiếu giấy tờ, chuyển Công an.",
    yields_to=("personal_id_same_as_father", "personal_id_same_as_mother", "personal_id_same_as_guardian"),
    words=words(),
    reason=(
        "Ba số đầu là mã nơi đăng ký khai sinh: 63 mã tỉnh, thành phố trước 01/7/2025 hoặc mã nước từ 101 đến 295 "
        "(phụ lục Thông tư 59/2021/TT-BCA). Mã không đổi khi sáp nhập tỉnh và không buộc trùng nơi ở."
    ),
)
