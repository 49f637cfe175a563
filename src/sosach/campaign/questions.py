"""Which questions a person's open findings lead to at the household; at most four a line, each asked once.

A finding's own sentence is never printed: it may quote a number or a circumstance. What only papers can tell (death,
decisions, categories) is no question for a doorstep, and the father's line is never asked for when it is blank.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sosach.findings.finding import Group, Severity
from sosach.forms.visits import Asks, Question

MOST = 4  # questions of one person in one place of a printed list

_SHOWN_DIGITS = 3
_OF_RELATIVE = {"father": "cha", "mother": "mẹ", "guardian": "người giám hộ", "carer": "người chăm sóc"}


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """As much of an open finding as a question needs."""

    rule: str
    group: str | None
    severity: str
    field: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom the questions are about."""

    is_child: bool
    values: Mapping[str, str | None]  # what stands in the fields, as shown


def questions(findings: Sequence[OpenFinding], about: Asked) -> list[Question]:
    """The questions that open findings lead to, in the order of findings, each once."""
    found: dict[tuple[Asks, str], Question] = {}
    for finding in findings:
        if finding.severity != Severity.INFO and finding.field and not _for_the_office(finding):
            for question in _of_field(finding, finding.field, about):
                found.setdefault((question.asks, question.field), question)
    return list(found.values())


def ending_of(number: str | None) -> str:
    """The last three digits of a number, which is all that a hamlet's list shows of it; empty without three digits.

    >>> ending_of("027 218 700127")
    '127'
    """
    digits = "".join(c for c in number or "" if c.isdigit())
    return digits[-_SHOWN_DIGITS:] if len(digits) > _SHOWN_DIGITS else ""


def _for_the_office(finding: OpenFinding) -> bool:
    """Questions of duplicates are settled by comparing records; who died or turned sixteen is told by papers."""
    return finding.group == Group.DUPLICATE or finding.rule in _SILENT


_SILENT = frozenset({"father_missing", "status_deceased", "age_sixteen", "age_sixteen_year", "benefit_after_death"})


def _of_field(finding: OpenFinding, field: str, about: Asked) -> list[Question]:
    if field == "personal_id":
        return _of_own_number(finding, about)
    who, _, what = field.partition("_")
    if who in _OF_RELATIVE:
        return _of_relative(_OF_RELATIVE[who], what, field, about)
    asked = _PLAIN.get(field)
    return [Question(asked[0], field, asked[1 if about.is_child else 2])] if asked else []


def _of_own_number(finding: OpenFinding, about: Asked) -> list[Question]:
    ending = ending_of(about.values.get("personal_id"))
    if finding.group == Group.WRONG_ID and ending:
        text = f"Số định danh tận cùng {ending} có đúng không? Nếu sai, số đúng là gì?"
        return [Question(Asks.CONFIRM_NUMBER, "personal_id", text)]
    if about.is_child:
        return [
            Question(Asks.REGISTERED, "registered", "Trẻ đã có giấy khai sinh chưa?"),
            Question(Asks.NUMBER, "personal_id", "Số định danh trên giấy khai sinh?"),
        ]
    return [
        Question(Asks.HAS_CARD, "has_card", "Đã có thẻ căn cước chưa?"),
        Question(Asks.NUMBER, "personal_id", "Số định danh?"),
    ]


def _of_relative(who: str, what: str, field: str, about: Asked) -> list[Question]:
    if what == "personal_id":
        return [_of_relatives_number(who, field, about)]
    if field == "mother_name" and not any(about.values.get(f"{kin}_name") for kin in ("father", "mother")):
        return [Question(Asks.NAME, field, "Họ và tên mẹ (hoặc cha, người giám hộ) theo giấy khai sinh?")]
    asked = _OF_RELATIVES.get(what)
    return [Question(asked[0], field, asked[1].format(who=who))] if asked else []


def _of_relatives_number(who: str, field: str, about: Asked) -> Question:
    ending = ending_of(about.values.get(field))
    if not ending:
        return Question(Asks.NUMBER, field, f"Số định danh của {who}?")
    text = f"Số định danh của {who}, tận cùng {ending}, có đúng không? Nếu sai, số đúng là gì?"
    return Question(Asks.CONFIRM_NUMBER, field, text)


# what of a relative: kind of answer, text
_OF_RELATIVES = {
    "name": (Asks.NAME, "Họ và tên {who} theo giấy tờ?"),
    "birth_date": (Asks.DATE, "Ngày sinh (hoặc năm sinh) của {who}?"),
    "birth_year": (Asks.DATE, "Năm sinh của {who}?"),
    "relation": (Asks.TEXT, "Quan hệ của {who} với người này?"),
}

# field: kind of answer, text for children, text for grown-ups
_PLAIN = {
    "full_name": (Asks.NAME, "Họ, chữ đệm, tên đúng trên giấy khai sinh?", "Họ và tên đúng trên thẻ căn cước?"),
    "birth_date": (
        Asks.DATE, "Ngày, tháng, năm sinh đúng trên giấy khai sinh?", "Ngày, tháng, năm sinh đúng trên thẻ căn cước?",
    ),
    "sex": (Asks.SEX, "Trẻ là nam hay nữ?", "Giới tính ghi trên giấy tờ?"),
    "ethnicity": (Asks.ETHNICITY, "Dân tộc ghi trên giấy khai sinh?", "Dân tộc ghi trên giấy tờ?"),
    "birth_cert_no": (Asks.TEXT, "Số giấy khai sinh?", "Số giấy khai sinh?"),
    "hamlet": (Asks.TEXT, "Hiện ở thôn nào?", "Hiện ở thôn nào?"),
    "address": (Asks.TEXT, "Địa chỉ hiện nay?", "Địa chỉ hiện nay?"),
    "status": (Asks.LIVES_HERE, "Trẻ hiện còn ở thôn không?", "Hiện còn ở thôn không?"),
}  # fmt: skip
