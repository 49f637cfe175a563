"""A birth date without day or month that may or may not make the child sixteen on the reference day."""

from sosach.dates.age import SIXTEEN
from sosach.findings.finding import Group, Severity
from sosach.rules import ages
from sosach.rules.rule import rule

RULE = rule(
    __name__,
    label="Có thể đủ 16",
    severity=Severity.WARNING,
    group=Group.OUT_OF_SCOPE,
    field="birth_date",
    registers=frozenset({"children"}),
    broken=lambda context: (ages.youngest(context.on) < SIXTEEN) & (ages.oldest(context.on) >= SIXTEEN),
    message="Trẻ sinh {birth_date}, chưa rõ ngày nên không biết đã đủ 16 tuổi vào ngày {on} hay chưa.",
    next_step="Bổ sung ngày sinh.",
    needs=("birth_date",),
    reason=(
        "Luật Trẻ em 102/2016/QH13, Điều 1: trẻ em là người dưới 16 tuổi, tính theo ngày. Ngày sinh thiếu ngày, "
        "tháng thì chưa kết luận được nên không coi là 01/01."
    ),
)
