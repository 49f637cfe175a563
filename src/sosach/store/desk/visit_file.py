"""The list of a hamlet once more, from the rows that were frozen when it left: workbook and page to print."""

from datetime import date
from pathlib import Path

from sosach.campaign.visit_list import VisitList, VisitRow
from sosach.findings.notices import refused
from sosach.forms.visits import Asks, Question
from sosach.outputs.visit_workbook import Visit as OnPaper
from sosach.outputs.visit_workbook import write_visit
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import campaign, plan, require
from sosach.store.desk.take_out import take_out
from sosach.store.log.act import Actor
from sosach.store.log.selectors import head_of
from sosach.store.visits.models import Visit
from sosach.store.visits.selectors import sent_rows, visit_of
from sosach.store.visits.services.sending import cited


def visit_seen(code: str, *, actor: Actor) -> Visit:
    """A list that holds, if its hamlet is the actor's business.

    Raises:
        Refused: there is none, it was cancelled, or it is none of the actor's business: all are the same.
    """
    found = visit_of(code)
    require(actor, Right.ANSWER, found.hamlet)
    if found.cancelled_by is not None:
        raise refused("visits_code_none", value=code)
    return found


def write_visit_file(code: str, out: Path, *, actor: Actor, on: date) -> Path:
    """Writes the workbook of a list into a folder, as it was sent; the log says who took it.

    Raises:
        Refused: there is no such list, nobody stands on it, or it is none of the actor's business.
    """
    visit = visit_seen(code, actor=actor)
    if not visit.file_name:
        raise refused("visits_nobody", value=visit.hamlet)
    about = OnPaper(
        code=visit.code,
        unit=campaign().unit_name,
        hamlet=visit.hamlet,
        plan=cited(plan().document),
        sent_on=visit.sent_on,
        due=visit.due,
        log_head=head_of(visit.operation).previous,
    )
    lines = list(visit.lines.order_by("number"))
    rows = tuple(
        VisitRow(sent, line.person_id, Question(Asks(line.asks), line.field, line.question))
        for sent, line in zip(sent_rows(lines), lines, strict=True)
    )
    written = write_visit(out / visit.file_name, about, VisitList(rows, ()))
    take_out("visit_list", code, actor=actor, on=on)
    return written.workbook
