"""Around the reference day the person reaches an age at which the sum changes, with no fault in any datum.

Coefficients of Decree 20/2021/NĐ-CP, Art. 6: children without support and those with a disease at 4, the poor elderly
at 80, the disabled at 16 and at 60. Speaks for a month on either side of the birthday.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules import ages, assistance
from sosach.rules.context import Context
from sosach.rules.rule import rule

NEAR = 31  # days

_CHANGES = (("5.1", 4), ("5.3", 4), ("5.5.a", 80), ("5.6", 16), ("5.6", 60))


def _age(context: Context) -> pl.Expr:
    """The age that is reached near the day, null where none is."""
    category, days = pl.col("category"), pl.duration(days=NEAR)
    exact = pl.col("birth_date").str.len_chars() == 10
    reached = [
        pl.when(
            exact
            & ((category == key) | category.str.starts_with(f"{key}."))
            & ages.reached(age).is_between(pl.lit(context.on) - days, pl.lit(context.on) + days)
        ).then(age)
        for key, age in _CHANGES
    ]
    return pl.coalesce(reached)


RULE = rule(
    __name__,
    label="Sắp đổi nhóm tuổi",
    severity=Severity.WARNING,
    group=Group.OTHER,
    field="category",
    broken=lambda context: _age(context).is_not_null() & assistance.is_drawn(),
    message="Người này đủ {age} tuổi ngày {reached_on}, nên mức hưởng theo nhóm tuổi có thể thay đổi{unchecked}.",
    next_step="Báo công chức phụ trách.",
    optional=("benefit_status",),
    yields_to=("category_age",),
    words={
        "age": _age,
        "reached_on": lambda context: ages.printed(ages.reached(_age(context))),
        "unchecked": assistance.unchecked,
    },
    reason=(
        "Hệ số tại Điều 6 Nghị định 20/2021/NĐ-CP đổi theo nhóm tuổi (4, 16, 60, 80 tuổi); dữ liệu không sai nhưng "
        "mức hưởng cần xem lại quanh ngày sinh nhật."
    ),
)
