"""Answers of households are typed on the page instead of into the workbook; they go the same way as a file."""

import hashlib
from collections.abc import Mapping
from datetime import date

from sosach.findings.notices import refused
from sosach.forms.form import ReturnedRow
from sosach.forms.visits import VISIT_LIST
from sosach.intake.visit_answer import VisitReturn
from sosach.store.desk.receive_visits import ReceivedVisit, receive_visits
from sosach.store.desk.visit_file import visit_seen
from sosach.store.log.act import Actor
from sosach.store.log.chain import canonical
from sosach.store.visits.selectors import sent_rows

_KEYS = ("answer", "seen", "note")


def type_visits(code: str, typed: Mapping[int, Mapping[str, str]], *, actor: Actor, on: date) -> ReceivedVisit:
    """Takes typed answers in; day and name are those of whoever types.

    Args:
        code: of the list.
        typed: by number of the question `answer`, `seen` and `note`; a question without an answer stays open.
        actor: who asked.
        on: the day.

    Raises:
        Refused: there is no such list, nothing was typed, or the actor may not.
    """
    visit = visit_seen(code, actor=actor)
    told = {
        number: {key: cells[key].strip() for key in _KEYS if cells.get(key, "").strip()}
        for number, cells in sorted(typed.items())
        if cells.get("answer", "").strip()
    }
    if not told:
        raise refused("asked_nothing")
    by = {"by": actor.name, "on": f"{on:%d/%m/%Y}"}
    rows = tuple(
        ReturnedRow(
            sheet=VISIT_LIST.sheet, row=sent.number, code=sent.code, facts=sent.facts, answers=told[sent.number] | by
        )
        for sent in sent_rows(visit.lines.order_by("number"))
        if sent.number in told
    )
    content = canonical({"visit": code, **by, "rows": {str(number): cells for number, cells in told.items()}}).encode()
    read = VisitReturn(
        name=f"trả lời trên trang {on:%d-%m-%Y}.json",
        sha256=hashlib.sha256(content).hexdigest(),
        rows=rows,
        found=(),
        notices=(),
    )
    return receive_visits(read, content, actor=actor, on=on)
