"""The rows of a hamlet's review list: household by household, person by person, question by question, each sealed.

Persons of groups that must not leave the office (HIV, abuse, offence, drugs: Law on Children 102/2016 Art. 10(1),
Decree 20/2021/NĐ-CP Art. 8(1)b) are left out as a whole: the office asks them itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sosach.campaign.questions import Asked, OpenFinding, questions
from sosach.campaign.row_code import make
from sosach.findings.wording import SEX_WORDS
from sosach.forms.form import SentRow
from sosach.forms.visits import Question
from sosach.refdata.benefits import benefits
from sosach.refdata.circumstances import circumstances

CHILD, GROWN_UP = "trẻ em", "người lớn trong danh sách rà soát"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """A person of a hamlet with open findings; values as shown, dates as cleaned."""

    person: int
    is_child: bool  # under sixteen, whichever register holds the record
    full_name: str | None
    birth_date: str | None
    sex: str | None
    household_code: str | None
    household_head: str | None
    values: dict[str, str | None]  # what stands in the fields
    findings: tuple[OpenFinding, ...]
    category: str | None = None  # keys of `refdata.benefits` and `refdata.circumstances`: they decide who stays out
    special_circumstance: str | None = None


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A row of the list with what it asks and of whom."""

    sent: SentRow
    person: int
    question: Question


@dataclass(frozen=True, slots=True)
class VisitList:
    """The list of a hamlet."""

    rows: tuple[VisitRow, ...]
    left_out: tuple[int, ...]  # persons whom the office asks itself

    @property
    def sent(self) -> tuple[SentRow, ...]:
        """The rows as they leave."""
        return tuple(row.sent for row in self.rows)


def visit_list(residents: Sequence[Resident], code: str, key: bytes) -> VisitList:
    """The list of a hamlet.

    Args:
        residents: in the order of houses; those of one household one after another.
        code: of the list, “RS-0006”.
        key: of the home.
    """
    rows: list[VisitRow] = []
    left_out: list[int] = []
    for resident in residents:
        asked = questions(resident.findings, Asked(resident.is_child, resident.values))
        if asked and is_sensitive(resident.category, resident.special_circumstance):
            left_out.append(resident.person)
            continue
        for question in asked:
            number = len(rows) + 1
            facts = (
                resident.household_code or "", resident.household_head or "", described(resident), question.text,
            )  # fmt: skip
            sent = SentRow(number, make(key, code, number, facts), facts)
            rows.append(VisitRow(sent, resident.person, question))
    return VisitList(tuple(rows), tuple(left_out))


def is_sensitive(category: str | None, special_circumstance: str | None) -> bool:
    """Whether the person's group must not be known outside the office; what is not understood counts as such.

    >>> is_sensitive(None, None), is_sensitive("5.8", None), is_sensitive(None, "l.1"), is_sensitive("5.6", "a")
    (False, True, True, False)
    """
    by_category = category is not None and (category not in benefits() or benefits()[category].sensitive)
    known = circumstances()
    by_circumstance = special_circumstance is not None and (
        special_circumstance not in known or known[special_circumstance].sensitive
    )
    return by_category or by_circumstance


def described(resident: Resident) -> str:
    """A person as hamlets know somebody: name, year of birth, of children the sex; never why the person is listed."""
    parts = [resident.full_name or "(chưa có tên)"]
    if resident.birth_date:
        parts.append(f"sinh {resident.birth_date[:4]}")
    if resident.is_child and resident.sex:
        parts.append(SEX_WORDS.get(resident.sex, resident.sex))
    return f"{', '.join(parts)} ({CHILD if resident.is_child else GROWN_UP})"
