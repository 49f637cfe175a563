"""The category is for another age (Decree 20/2021/NĐ-CP, Art. 5; the social pension, Decree 176/2025/NĐ-CP).

The limits are those of the category, or of its wording where that says more (“Trẻ em khuyết tật nặng”). Where the
birth date lacks its day, only an age speaks that is wrong on every day of it.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import ages, assistance
from sosach.rules.rule import rule

_FROM, _BELOW = pl.col("category__age_from"), pl.col("category__age_below")

_AGE_RULE = (
    pl.when(_FROM.is_not_null() & _BELOW.is_not_null())
    .then(pl.format("từ đủ {} đến dưới {} tuổi", _FROM, _BELOW))
    .when(_FROM.is_not_null())
    .then(pl.format("từ đủ {} tuổi", _FROM))
    .otherwise(pl.format("dưới {} tuổi", _BELOW))
)

RULE = rule(
    __name__,
    label="Loại lệch tuổi",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="category",
    broken=lambda context: (
        (
            (ages.oldest(context.on) < _FROM).fill_null(value=False)
            | (ages.youngest(context.on) >= _BELOW).fill_null(value=False)
        )
        & assistance.is_drawn()
    ),
    message=(
        "Loại “{category}” dành cho người {age_rule}, trong khi hồ sơ sinh {birth_date}, tức {age} tuổi vào ngày "
        "{on}{unchecked}."
    ),
    next_step="Xem quyết định và ngày sinh.",
    needs=("birth_date",),
    optional=("benefit_status",),
    yields_to=("birth_date_future",),
    words={
        "category": assistance.said(),
        "age_rule": _AGE_RULE,
        "age": lambda context: ages.shown(context.on),
        "unchecked": assistance.unchecked,
    },
    reason=(
        "Nghị định 20/2021/NĐ-CP, Điều 5 quy định tuổi của từng loại; trợ cấp hưu trí xã hội theo Nghị định "
        "176/2025/NĐ-CP. Lệch tuổi có thể do ngày sinh ghi nhầm hoặc do loại chưa được chuyển."
    ),
)
