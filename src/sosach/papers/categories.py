"""The lines of the table by category of benefits: groups of categories, none of which tells of a disease or an offence.

Source: Decree 20/2021/NĐ-CP Arts 5, 6, 18-20 as in `refdata.benefits`; a category that has no line of its own, or is
not understood, goes into the rest.
"""

from collections.abc import Sequence

from sosach.refdata.benefits import benefits

REST, CARE = "rest", "care"

LINES = (
    ("5.1", "Trẻ em không có nguồn nuôi dưỡng"),
    ("5.2", "Người từ 16 đến 22 tuổi đang đi học"),
    ("5.4", "Người đơn thân nghèo đang nuôi con"),
    ("5.6", "Người khuyết tật đặc biệt nặng, nặng"),
    (REST, "Người cao tuổi và các nhóm còn lại"),
    (CARE, "Hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng"),
)

# Of several benefits of one person the first of these is the main one; one's own comes before what is paid for care.
_MAIN = ("5.1", "5.6", "5.2", "5.4", REST, CARE)
_OWN = tuple(key for key, _ in LINES if key not in (REST, CARE))


def line_of(category: str | None) -> str:
    """The line of a category.

    >>> line_of("5.6"), line_of("5.1.b"), line_of("5.3"), line_of(None)
    ('5.6', '5.1', 'rest', 'rest')
    """
    if category is None or category not in benefits():
        return REST
    if benefits()[category].paid_to_carer:
        return CARE
    return next((key for key in _OWN if category == key or category.startswith(f"{key}.")), REST)


def in_order(lines: Sequence[str]) -> tuple[str, ...]:
    """The benefits of a person, the main one first."""
    return tuple(sorted(lines, key=_MAIN.index))
