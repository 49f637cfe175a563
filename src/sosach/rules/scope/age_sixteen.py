"""Sixteen or more on the reference day: no longer a child (Law on Children 102/2016/QH13, Art. 1).

From the sixteenth birthday on, that day included. Speaks only when every day that the birth date may mean is early
enough; where that is open `age_sixteen_year` asks for the day.
"""

import polars as pl

from sosach.dates.age import SIXTEEN
from sosach.findings.finding import Group, Severity
from sosach.rules import ages
from sosach.rules.rule import Variant, rule

RULE = rule(
    __name__,
    label="Đã đủ 16 tuổi",
    severity=Severity.WARNING,
    group=Group.OUT_OF_SCOPE,
    field="birth_date",
    registers=frozenset({"children"}),
    broken=lambda context: ages.youngest(context.on) >= SIXTEEN,
    variants=(
        Variant(
            when=pl.col("birth_date").str.len_chars() < 10,
            message="Trẻ sinh {birth_date}, đã quá 16 tuổi, nên không còn thuộc phạm vi sổ trẻ em vào ngày {on}.",
        ),
        Variant(
            message=(
                "Trẻ sinh {birth_date}, đủ 16 tuổi ngày {sixteen_on}, nên không còn thuộc phạm vi sổ trẻ em vào ngày "
                "{on}."
            ),
        ),
    ),
    next_step="Xác nhận ngày sinh, kết thúc quản lý.",
    words={"sixteen_on": ages.printed(ages.reached(SIXTEEN))},
    reason=(
        "Luật Trẻ em 102/2016/QH13, Điều 1: trẻ em là người dưới 16 tuổi; từ ngày sinh nhật thứ 16 thì ra khỏi phạm "
        "vi sổ. Hồ sơ được kết thúc quản lý, không xóa."
    ),
)
