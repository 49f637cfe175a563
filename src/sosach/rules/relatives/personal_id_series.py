"""A relative's numbers grow by one from row to row.

Unlike the persons' own numbers this has no lawful look-alike: rows of one family repeat the number of one mother.
"""

from sosach.findings.finding import Group, Severity
from sosach.registers.field import RELATIVES
from sosach.rules import series
from sosach.rules.numbers import IN_LABELS
from sosach.rules.rule import rule

RULES = tuple(
    rule(
        __name__,
        who=who,
        label=f"Số {IN_LABELS[who]} tăng dần",
        severity=Severity.WARNING,
        group=Group.BASIC_INFO,
        field=f"{who}_personal_id",
        broken=series.long_enough(),
        message=(
            "Từ dòng {first_row} đến dòng {last_row} có {count} số của {relative} tăng đều từng đơn vị; thường gặp "
            "khi kéo ô."
        ),
        next_step="Đối chiếu từng số với giấy tờ.",
        together=(series.key(f"{who}_personal_id"),),
        run=series.LEAST,
        words=series.words(),
        reason=(
            "Sáu chữ số cuối của số định danh là dãy ngẫu nhiên, nên nhiều dòng liền nhau tăng đúng một đơn vị "
            "thường là do kéo ô trong bảng tính."
        ),
    )
    for who in RELATIVES
)
