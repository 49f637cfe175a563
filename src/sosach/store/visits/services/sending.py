"""A hamlet's list leaves: its rows are sealed and kept, its workbook and its page are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sosach.campaign.document import Document
from sosach.campaign.outcome import Whom
from sosach.campaign.visit_list import VisitList, visit_list
from sosach.findings.notices import refused
from sosach.intake.wording import fold
from sosach.outputs.visit_workbook import Visit as OnPaper
from sosach.outputs.visit_workbook import write_visit
from sosach.outputs.whole_files import Placing
from sosach.store import bulk
from sosach.store.accounts.selectors import campaign, plan
from sosach.store.findings.selectors import still_open
from sosach.store.findings.services import wait_all
from sosach.store.log.act import Act
from sosach.store.log.chain import canonical
from sosach.store.log.selectors import head
from sosach.store.log.services import Operation, begin
from sosach.store.originals import keep_original
from sosach.store.seals.services import key
from sosach.store.visits.models import Line, Visit
from sosach.store.visits.residents import Known

PREFIX = "RS"  # rà soát; what the codes of lists begin with
LEFT_OUT = "nhóm không đưa ra phiếu của thôn: văn phòng tự hỏi"

_LINE = (
    *("visit_id", "number", "person_id", "register", "household", "field", "asks", "question", "code"),
    *("printed", "stood"),
)
_UNANSWERED = {"effect": "", "why": "", "whom": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A list that is about to leave."""

    hamlet: str
    residents: Sequence[Known]
    out: Path  # the folder
    due: date


def send(leaving: Leaving, files: Placing, act: Act) -> Visit:
    """Makes the list of a hamlet; within `writing()`, and within the block that puts all files into their places.

    Raises:
        Refused: a file cannot be written, or reads differently from what was meant.
    """
    code = f"{PREFIX}-{Visit.objects.count() + 1:04}"
    listed = visit_list([one.resident for one in leaving.residents], code, key())
    visit = _visit(leaving, code, listed)
    if listed.rows:
        visit = _write(visit, leaving, listed, files, act)
    operation = begin(
        "visits_send",
        act,
        visit=code,
        hamlet=leaving.hamlet,
        questions=visit.questions,
        left_out=visit.left_out,
        sha256=visit.sha256,
    )
    visit.operation, visit.sent_on = operation.number, act.on
    visit.save(force_insert=True)
    _write_lines(visit, leaving, listed)
    _leave_to_the_office(listed, operation)
    return visit


def cancel(undone: int, operation: Operation) -> None:
    """Takes a list back that nobody has answered.

    Raises:
        Refused: a return rests on it.
    """
    visit = Visit.objects.get(operation=undone)
    for received in visit.returns.filter(undone_by=None).order_by("operation")[:1]:
        raise refused("visits_returned", batch=visit.code, value=undone, count=received.operation)
    Visit.objects.filter(operation=undone).update(cancelled_by=operation.number)


def file_name(hamlet: str, code: str) -> str:
    """How a list is called on disk: plain letters, for sticks and for Zip.

    >>> file_name("Thôn Bến Cỏ", "RS-0006")
    'RS-0006-thon-ben-co.xlsx'
    """
    words = "".join(letter if letter.isalnum() else " " for letter in fold(hamlet)).split()
    return f"{code}-{'-'.join(words)}.xlsx"


def _visit(leaving: Leaving, code: str, listed: VisitList) -> Visit:
    household = {one.resident.person: one.household for one in leaving.residents}
    persons = {row.person for row in listed.rows}
    return Visit(
        code=code,
        hamlet=leaving.hamlet,
        due=leaving.due,
        households=len({household[person] for person in persons}),
        persons=len(persons),
        questions=len(listed.rows),
        left_out=len(set(listed.left_out)),
    )


def _write(visit: Visit, leaving: Leaving, listed: VisitList, files: Placing, act: Act) -> Visit:
    """Writes both files and keeps the workbook's bytes in the home."""
    home, document = campaign(), plan().document
    about = OnPaper(
        code=visit.code,
        unit=home.unit_name,
        hamlet=leaving.hamlet,
        plan=cited(document),
        sent_on=act.on,
        due=leaving.due,
        log_head=head()[1],
    )
    workbook = leaving.out / file_name(leaving.hamlet, visit.code)
    place = files.fresh(workbook)
    written = write_visit(place, about, listed)
    written.page.replace(files.fresh(workbook.with_suffix(".html")))
    keep_original(place.read_bytes())
    visit.file_name, visit.sha256 = workbook.name, written.sha256
    return visit


def cited(document: Document | None) -> str:
    """The plan as papers cite it; a copy without number and day leaves room for them."""
    if document is None:
        return "kế hoạch rà soát của xã"
    issued = f"{document.issued_on:%d/%m/%Y}" if document.issued_on else "…/…/……"
    return f"Kế hoạch số {document.number or '……/KH-UBND'} ngày {issued}"


def _write_lines(visit: Visit, leaving: Leaving, listed: VisitList) -> None:
    known = {one.resident.person: one for one in leaving.residents}
    columns = (*_LINE, *_UNANSWERED)
    bulk.insert(
        Line,
        columns,
        (
            (
                *(visit.operation, row.sent.number, row.person, known[row.person].register),
                *(known[row.person].household, row.question.field, row.question.asks.value, row.question.text),
                *(row.sent.code, canonical(list(row.sent.facts)), known[row.person].facts.get(row.question.field)),
                *_UNANSWERED.values(),
            )
            for row in listed.rows
        ),
    )


def _leave_to_the_office(listed: VisitList, operation: Operation) -> None:
    """Whose group must not be known in the hamlet: their questions wait for the office."""
    findings = still_open(set(listed.left_out))
    wait_all([(one, Whom.OFFICE.value, LEFT_OUT) for one in findings], operation=operation.number, on=operation.act.on)
