"""A newborn is called “Bé gái” until somebody registers it; other cells hold “chưa có” or a dash.

Such words are no name: they often stand for a child whose birth is not registered yet, who therefore has no number
either.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.registers.catalogue import others_than
from sosach.rules.absence import uncalculated
from sosach.rules.rule import Variant, rule

_BROKEN = pl.col("full_name__state") == "placeholder"

RULES = (
    rule(
        __name__,
        label="Tên tạm trẻ sơ sinh",
        severity=Severity.ERROR,
        group=Group.BASIC_INFO,
        field="full_name",
        registers=frozenset({"children", "births"}),
        broken=_BROKEN,
        variants=(
            uncalculated("full_name"),
            Variant(
                message="Họ tên ghi “{value}”, là tên gọi tạm hoặc chữ giữ chỗ, chưa phải họ tên trong giấy khai sinh.",
            ),
        ),
        next_step="Hỏi gia đình đã khai sinh chưa.",
        reason=(
            "Trẻ mới sinh thường được ghi “Bé trai”, “Con bà Hoa” khi chưa khai sinh; Luật Hộ tịch 60/2014/QH13 cho "
            "60 ngày để đăng ký (Điều 15) và họ tên là họ tên trong giấy khai sinh (Điều 14)."
        ),
    ),
    rule(
        __name__,
        label="Tên ghi tạm",
        severity=Severity.ERROR,
        group=Group.BASIC_INFO,
        field="full_name",
        registers=others_than("children", "births"),
        broken=_BROKEN,
        variants=(
            uncalculated("full_name"),
            Variant(message="Họ tên chỉ ghi “{value}”, là chữ giữ chỗ chứ không phải họ tên."),
        ),
        next_step="Lấy theo giấy khai sinh hoặc thẻ căn cước.",
        reason="Chữ giữ chỗ như “chưa có”, “x” không phải họ tên, nên hồ sơ vẫn thiếu thông tin cơ bản.",
    ),
)
