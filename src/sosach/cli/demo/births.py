"""What the official of the demo decides where the births book differs from the register, child by child."""

from datetime import date

from sosach.findings.notices import Refused
from sosach.store.log.act import Actor

ACTOR = Actor("Bùi Thị Mai", "operator")

_TAKEN, _WRONG_BOOK, _LEFT = range(3)


def accept_entries(day: date, most: int) -> str:
    """Follows the book about some children, and says what came of it.

    Args:
        day: of the decisions.
        most: how many children.
    """
    from sosach.store.civil.selectors import all_differences

    told = [(one.child.record_code, one.field) for one in all_differences() if one.child.record_code]
    codes = sorted({code for code, _ in told})[:most]
    ends = [_accept(code, [field for whose, field in told if whose == code], day) for code in codes]
    lines = [f"{ends.count(_TAKEN)} trẻ lấy theo sổ, như: sosach civil accept {codes[0]}"] if codes else []
    if _WRONG_BOOK in ends:
        lines.append(f"{ends.count(_WRONG_BOOK)} trẻ mà chính sổ sai, thành việc cải chính: sosach civil correct")
    if _LEFT in ends:
        lines.append(f"{ends.count(_LEFT)} trẻ còn trùng mã hồ sơ, để lại")
    return "\n".join(lines or ["Không trẻ nào khác sổ khai sinh."])


def _accept(code: str, fields: list[str], day: date) -> int:
    """The values of the book are taken over; an impossible one is a task for civil registration."""
    from sosach.store.desk.settle_difference import ask_for_correction, take_over_entry

    try:
        take_over_entry(code, actor=ACTOR, on=day)
    except Refused as refusal:
        if refusal.notice.code == "person_twice":
            return _LEFT
        if refusal.notice.code != "value_unreadable":
            raise
    else:
        return _TAKEN
    for field in fields:
        ask_for_correction(code, field, "Ngày ghi trong sổ khai sinh không có thật", actor=ACTOR, on=day)
    return _WRONG_BOOK
