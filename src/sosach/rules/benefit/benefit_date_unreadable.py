"""A date of the decision, of the benefit or of the carer's birth cannot be read, or is in no calendar."""

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.rules.absence import uncalculated
from sosach.rules.rule import Rule, Variant, rule

_UNREAD = ("unreadable", "impossible", "month_first", "serial_text", "error_cell")


def _of(field: str, group: Group, next_step: str) -> Rule:
    state, suggestion = pl.col(f"{field}__state"), pl.col(f"{field}__suggestion")
    return rule(
        __name__,
        label="Ngày không đọc được",
        severity=Severity.ERROR,
        group=group,
        field=field,
        broken=state.is_in(_UNREAD),
        variants=(
            uncalculated(field),
            Variant(
                when=state == "impossible",
                message="Ô “{column}” ghi “{value}”, là ngày không có trong lịch.",
            ),
            Variant(
                when=suggestion.is_not_null(),
                message="Ô “{column}” ghi “{value}”, không đọc được thành ngày hoặc tháng; có thể là {suggestion}.",
                suggestion=suggestion,
                certainty=Certainty.LIKELY,
            ),
            Variant(message="Ô “{column}” ghi “{value}”, không đọc được thành ngày hoặc tháng."),
        ),
        next_step=next_step,
        reason=(
            "Ngày luôn đọc theo thứ tự ngày, tháng, năm; tháng và năm là đủ cho thời điểm hưởng. Ngày không đọc được "
            "thì không kiểm tra được với tuổi và với quyết định."
        ),
    )


RULES = (
    _of("decision_date", Group.OTHER, "Nhập lại theo quyết định."),
    _of("benefit_from", Group.OTHER, "Nhập lại theo quyết định."),
    _of("carer_birth_date", Group.BASIC_INFO, "Nhập lại theo giấy tờ của người chăm sóc."),
)
