"""Older than 115: more often a slip in the year than a person of that age."""

from sosach.findings.finding import Group, Severity
from sosach.rules import ages
from sosach.rules.rule import rule

OLDEST = 115  # years

RULE = rule(
    __name__,
    label="Tuổi rất cao",
    severity=Severity.WARNING,
    group=Group.BASIC_INFO,
    field="birth_date",
    registers=frozenset({"beneficiaries"}),
    broken=lambda context: ages.youngest(context.on) > OLDEST,
    message="Hồ sơ sinh {birth_date}, tức {age} tuổi vào ngày {on}; tuổi này hiếm gặp nên cần xác minh.",
    next_step="Hỏi thôn, xem giấy tờ.",
    words={"age": lambda context: ages.shown(context.on)},
    reason=(
        "Người trên 115 tuổi hầu như không gặp; năm sinh có thể gõ nhầm, hoặc người này đã mất mà hồ sơ còn. Không "
        "kết luận, chỉ đề nghị xác minh."
    ),
)
