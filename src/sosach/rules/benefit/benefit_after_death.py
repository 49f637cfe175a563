"""The record says that the person has died, and the benefit is still drawn.

A benefit stops from the month after (Circular 02/2021/TT-BLĐTBXH, Art. 2); nothing is concluded but that a paper is
needed.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.rules.leaving import TOLD_BY_NOTE, by_remark, by_status
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Ghi mất, còn hưởng",
    severity=Severity.WARNING,
    group=Group.OUT_OF_SCOPE,
    field="benefit_status",
    broken=(pl.col("benefit_status").cast(pl.String) == "active") & (by_status("deceased") | by_remark("deceased")),
    message=("Hồ sơ ghi đã mất nhưng trạng thái vẫn là “{benefit_status}”; cần trích lục khai tử để xem lại."),
    facts=TOLD_BY_NOTE,
    next_step="Xin trích lục khai tử.",
    optional=("status", "note"),
    any_of=("status", "note"),
    reason=(
        "Thông tư 02/2021/TT-BLĐTBXH, Điều 2: thôi hưởng từ tháng sau khi người hưởng mất. Hồ sơ có thể chưa kịp cập "
        "nhật nên chỉ đề nghị xin giấy tờ, không kết luận."
    ),
)
