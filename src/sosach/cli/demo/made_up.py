"""What others do with the lists of the demo: the police station answers, collaborators visit households.

They know the truth about the made-up people, and they are as careless as people are: the list comes back sorted, with a
row missing, one added, one typed over, a number that is somebody else's, an answer in words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sosach.forms.form import Form, ReturnedRow
from sosach.forms.police import POLICE_LIST, RESULT_WORDS, Result
from sosach.forms.visits import FOUND_CHILDREN, VISIT_LIST, Asks
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.outputs.plain_workbook import write_plain_workbook

Truth = Mapping[str, str | None]  # a person's true values by field
Answer = dict[str, str]  # by key of the form's answer columns

_SEX = {"male": "Nam", "female": "Nữ"}

# Every how many rows something happens; prime, so that it does not always happen to the same ones.
_UNANSWERED, _IN_WORDS, _NOT_FOUND, _OTHER_NUMBER = 7, 11, 13, 17


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a household list."""

    asks: str
    field: str
    truth: Truth | None  # None: nobody knows this person


@dataclass(slots=True)
class Sheet:
    """A list as others see it: rows they can sort, drop and type over."""

    form: Form
    rows: list[ReturnedRow]
    answers: dict[str, Answer] = field(default_factory=dict)  # by code of the row


def opened(path: Path, form: Form) -> Sheet:
    """A list that was sent, as others open it."""
    return Sheet(form, list(read_form(path, form, ReadingOptions()).rows))


def answered_by_police(sent: Path, back: Path, truths: Mapping[str, Truth]) -> None:
    """The list comes back from the police.

    Args:
        sent: the file as it left.
        back: the file that comes back.
        truths: whom a row is about, by its code.
    """
    sheet = opened(sent, POLICE_LIST)
    numbers = [truth["personal_id"] or "" for truth in truths.values()]
    for place, row in enumerate(sheet.rows, 1):
        if place % _UNANSWERED:
            sheet.answers[row.code] = _police(place, truths[row.code], numbers)
    sheet.rows.sort(key=lambda row: row.facts[0] or "")
    written = _as_written(sheet)
    if len(written) > 4:
        _careless(written)
    write_plain_workbook(back, {"Sheet1": written})


def answered_by_households(sent: Path, back: Path, asked: Mapping[str, Asked], found: Sequence[Truth]) -> None:
    """The list of a hamlet comes back from its collaborator, with children who were on no list.

    Args:
        sent: the file as it left.
        back: the file that comes back.
        asked: what a row asks, by its code.
        found: children met.
    """
    sheet = opened(sent, VISIT_LIST)
    for place, row in enumerate(sheet.rows, 1):
        answer = _household(asked[row.code]) if place % _UNANSWERED else ""
        if answer:
            sheet.answers[row.code] = {"answer": answer, "seen": "Giấy khai sinh", "on": "16/06/2026"}
    heads = [column.heading for column in FOUND_CHILDREN.columns]
    met = [[_met(child).get(column.key, "") for column in FOUND_CHILDREN.columns] for child in found]
    write_plain_workbook(back, {VISIT_LIST.sheet: _as_written(sheet), FOUND_CHILDREN.sheet: [heads, *met]})


def _police(place: int, truth: Truth, numbers: Sequence[str]) -> Answer:
    own = truth["personal_id"]
    if own is None or not truth["birth_cert_no"]:
        return {"result": RESULT_WORDS[Result.UNREGISTERED]}
    if place % _IN_WORDS == 0:
        return {"note": f"đã có số {own} rồi"}
    if place % _NOT_FOUND == 0:
        return {"result": RESULT_WORDS[Result.NOT_FOUND], "note": "không có trong dữ liệu dân cư"}
    number = next(one for one in numbers if one and one != own) if place % _OTHER_NUMBER == 0 else own
    return {"result": RESULT_WORDS[Result.NUMBER_GIVEN], "new_personal_id": number}


def _careless(written: list[list[str]]) -> None:
    """A row is typed over, one vanishes, one that nobody sent appears."""
    facts = POLICE_LIST.columns.index(POLICE_LIST.by_key["birth_date"])
    written[2][facts] = "01/01/2001"
    del written[-1]
    written.append(["TE99-0001-AAAAAAAA", "", "Nguyễn Văn Lạ", "01/01/2015", *[""] * (len(written[0]) - 4)])


def _household(asked: Asked) -> str:
    told = asked.truth.get(asked.field) if asked.truth else None
    if asked.asks in (Asks.REGISTERED, Asks.LIVES_HERE, Asks.HAS_CARD):
        return "Có"
    if not told:
        return ""
    if asked.asks == Asks.SEX:
        return _SEX[told]
    return _day(told) if asked.asks == Asks.DATE else told


def _met(truth: Truth) -> Answer:
    plain = ("full_name", "father_name", "mother_name")
    told = {key: truth.get(key) or "" for key in plain}
    day, sex = truth.get("birth_date") or "", truth.get("sex") or ""
    return told | {"birth_date": _day(day), "sex": _SEX.get(sex, ""), "registered": "Có"}


def _day(iso: str) -> str:
    """As people write a day; what is less than a day stays as it is."""
    parts = iso.split("-")
    return "/".join(reversed(parts))


def _as_written(sheet: Sheet) -> list[list[str]]:
    """The rows as they stand in the file, headings first."""
    keys = [column.key for column in sheet.form.columns]
    facts = [column.key for column in sheet.form.facts]
    written = [[column.heading for column in sheet.form.columns]]
    for number, row in enumerate(sheet.rows, 1):
        told = {"code": row.code, "number": str(number)}
        told |= {key: fact or "" for key, fact in zip(facts, row.facts, strict=True)}
        told |= sheet.answers.get(row.code, {})
        written.append([told.get(key, "") for key in keys])
    return written
