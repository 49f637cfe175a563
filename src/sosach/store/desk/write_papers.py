"""Papers besides reports as files: minutes and lists of batches, letters, household sheets, the notice.

Each is written as Word and PDF, whole or not at all; sheets, which nobody edits, as PDF alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from sosach.campaign.visit_list import VisitRow
from sosach.findings.notices import refused
from sosach.forms.visits import Asks, Question
from sosach.outputs.papers.pdf import pdf
from sosach.outputs.papers.sheets import sheets_pdf
from sosach.outputs.papers.word import word
from sosach.outputs.whole_files import whole_files
from sosach.papers.births_to_register import births_to_register
from sosach.papers.document import Paper
from sosach.papers.hand_over import minutes_paper
from sosach.papers.letterhead import office_of
from sosach.papers.letters import extension_letter
from sosach.papers.notice_to_households import notices
from sosach.papers.police_list_paper import police_list_paper
from sosach.papers.sheets import Sheets, sheets_of
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import plan, require
from sosach.store.log.act import Actor
from sosach.store.police import selectors as police
from sosach.store.reports.selectors import situation_of, snapshots
from sosach.store.reports.unregistered import unregistered
from sosach.store.visits.models import Line, Visit
from sosach.store.visits.selectors import sent_rows, visits

_SLUGS = {"children": "tre-em", "beneficiaries": "bao-tro"}


def write_minutes_papers(batch: str, out: Path, *, actor: Actor) -> list[Path]:
    """The minutes of a batch, of its hand-over and of every return, and the list as it was handed over.

    Raises:
        Refused: the actor may not see numbers, there is no such batch, or the folder cannot be written.
    """
    require(actor, Right.SEE_NUMBER)
    office = office_of(plan())
    sent = police.sent_minutes(batch)
    papers = {f"bien-ban-giao-{batch}": minutes_paper(sent, office)}
    papers[f"danh-sach-{batch}"] = police_list_paper(sent, police.sent_rows(police.batch_of(batch)))
    for number, returned in enumerate(police.returned_minutes(batch), 1):
        papers[f"bien-ban-nhan-{batch}-{number}"] = minutes_paper(returned, office)
    return write_all(papers, out, date.fromisoformat(sent["sent_on"]))


def write_letters(out: Path, on: date, *, actor: Actor) -> list[Path]:
    """The letters that the last frozen figures call for, and the list of births to be registered.

    Raises:
        Refused: the actor may not report, nothing was frozen yet, or the folder cannot be written.
    """
    require(actor, Right.REPORT)
    papers = dict(_extensions())
    office = office_of(plan())
    papers["danh-sach-chua-dang-ky-khai-sinh"] = births_to_register(office, on, unregistered(on))
    return write_all(papers, out, on)


def _extensions() -> Iterator[tuple[str, Paper]]:
    """A letter per register whose deadline cannot be met, from the last figures that hold it."""
    found = snapshots()
    if not found:
        raise refused("papers_no_report")
    for register in plan().registers:
        latest = next((one for one in found if register in one.registers.split(",")), None)
        letter = extension_letter(situation_of(latest), register) if latest else None
        if letter is not None:
            yield f"cong-van-gia-han-{_SLUGS[register]}", letter


def write_sheets(hamlets: Sequence[str], out: Path, *, actor: Actor) -> list[Path]:
    """The sheets of the latest list of each hamlet.

    Args:
        hamlets: their names; empty: all of which a list was made.
        out: the folder.
        actor: who prints; of the hamlets alone, where they have some.

    Raises:
        Refused: the actor may not see persons there, no list was made, or the folder cannot be written.
    """
    latest = {visit.hamlet: visit for visit in visits()}
    wanted = list(hamlets) or sorted(latest)
    if missing := [name for name in wanted if name not in latest] or ([] if wanted else ["thôn nào"]):
        raise refused("papers_no_sheets", value=", ".join(missing))
    made: list[Path] = []
    with whole_files(out) as files:
        for name in wanted:
            require(actor, Right.SEE, name)
            visit = latest[name]
            path = out / f"phieu-ra-soat-{visit.code}.pdf"
            files.fresh(path).write_bytes(sheets_pdf(sheets_of_visit(visit), visit.sent_on))
            made.append(path)
    return made


def sheets_of_visit(visit: Visit) -> Sheets:
    """The sheets of a list, as it was sent."""
    lines = list(visit.lines.order_by("number"))
    rows = [VisitRow(sent, line.person_id, _question(line)) for sent, line in zip(sent_rows(lines), lines, strict=True)]
    return sheets_of(rows, office_of(plan()), visit.hamlet, visit.code)


def _question(line: Line) -> Question:
    return Question(Asks(line.asks), line.field, line.question)


def write_notices(out: Path, on: date) -> list[Path]:
    """What households are told: the page for the notice board and the words for the loudspeaker."""
    return write_all(notices(plan(), on), out, on)


def write_all(papers: Mapping[str, Paper], out: Path, on: date) -> list[Path]:
    """Each paper as Word and PDF, all of them or none."""
    made: list[Path] = []
    with whole_files(out) as files:
        for stem, paper in papers.items():
            for suffix, content in ((".docx", word(paper, on)), (".pdf", pdf(paper, on))):
                path = out / f"{stem}{suffix}"
                files.fresh(path).write_bytes(content)
                made.append(path)
    return made
