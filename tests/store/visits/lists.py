"""Lists of hamlets in tests: a register with questions, its list, and what a hamlet writes into it."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from sosach.intake.options import ReadingOptions
from sosach.intake.visit_answer import read_visit_answer
from sosach.store.desk.receive_visits import ReceivedVisit, receive_visits
from sosach.store.desk.send_visits import SentVisits, ToSend, send_visits
from sosach.store.log.act import Actor
from sosach.store.visits.models import Line, Visit
from tests.store.people import ON, OPERATOR, child, taken_in

BACK = date(2026, 6, 22)
HAMLET = "Thôn Gò Me"

_QUESTIONS, _MET = 0, 1


def register(folder: Path, *changes: Mapping[str, str]) -> None:
    """Children of Thôn Gò Me about whom something is wrong, and four about whom nothing is."""
    rows = [child(n, hamlet=HAMLET, **facts) for n, facts in enumerate(changes, 1)]
    taken_in(folder / "a.xlsx", [*rows, *(child(n) for n in range(11, 15))])


def sent(folder: Path, *hamlets: str, on: date = ON, actor: Actor = OPERATOR) -> SentVisits:
    """The lists of hamlets, in `phieu`."""
    return send_visits(ToSend(hamlets=hamlets or (HAMLET,), out=folder / "phieu"), actor=actor, on=on)


def workbook(folder: Path, visit: Visit | None = None) -> Path:
    """The workbook of a list, by default the last one."""
    wanted = visit or Visit.objects.order_by("-operation")[0]
    return folder / "phieu" / wanted.file_name


def number(person: int, field: str) -> int:
    """The number of a question on the last list."""
    return Line.objects.filter(person=person, field=field).order_by("-visit")[0].number


def filled(
    path: Path,
    answers: Mapping[int, str | Mapping[str, Any]],
    met: Sequence[Mapping[str, Any]] = (),
    out: Path | None = None,
) -> Path:
    """Writes answers into a list, by number of the question, and children met."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[_QUESTIONS]
    headings = [cell.value for cell in sheet[1]]
    for line, said in answers.items():
        for heading, text in ({"Trả lời": said} if isinstance(said, str) else said).items():
            sheet.cell(line + 1, headings.index(heading) + 1, text)
    found = book.worksheets[_MET]
    headings = [cell.value for cell in found[1]]
    for line, told in enumerate(met, 2):
        for heading, text in told.items():
            found.cell(line, headings.index(heading) + 1, text)
    book.save(out or path)
    return out or path


def received(path: Path, on: date = BACK, actor: Actor = OPERATOR) -> ReceivedVisit:
    """A list taken in."""
    return receive_visits(read_visit_answer(path, ReadingOptions()), path.read_bytes(), actor=actor, on=on)
