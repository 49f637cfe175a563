"""A report as files: Word, PDF and workbook for the commune, the copy that leaves it in a folder of its own.

What lies in `gui-di` holds totals alone; breakdowns by hamlet and category stay with the commune, for small numbers
tell of persons.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sosach.findings.notices import Notice, Refused, refused
from sosach.outputs.papers.pdf import pdf
from sosach.outputs.papers.tables import write_tables
from sosach.outputs.papers.template import Template, fill
from sosach.outputs.papers.word import in_bytes as word_in_bytes
from sosach.outputs.papers.word import word
from sosach.outputs.whole_files import whole_files
from sosach.papers.document import Paper
from sosach.papers.frozen import NAME, in_bytes
from sosach.papers.reports import SLUGS
from sosach.store.reports.models import Snapshot
from sosach.store.reports.selectors import figures_of, papers_of, situation_of
from sosach.store.start import current

LEAVING = "gui-di"
TEMPLATES = "templates"  # in the home: weekly.docx, monthly.docx ...

_NAMES = {
    "weekly": "bao-cao-tuan",
    "monthly": "bao-cao-thang",
    "final": "bao-cao-tong-ket",
    "adhoc": "bao-cao-dot-xuat",
}


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a report."""

    number: str
    files: tuple[Path, ...]
    notice: Notice | None = None  # why ours was taken in place of the office's own template


def write_report(snapshot: Snapshot, out: Path, template: Path | None = None, *, fallback: bool = False) -> Written:
    """Writes a report into a folder, all of it or nothing.

    Args:
        snapshot: the frozen figures.
        out: the folder.
        template: the office's own Word file in place of our order; None: the one in `templates` of the home, if any.
        fallback: whether ours is taken where the office's own cannot be used.

    Raises:
        Refused: the folder cannot be written, or the template cannot be used.
    """
    own, notice = _usable(snapshot, template, fallback=fallback)
    made = [*_copy(snapshot, out, own, leaves=False), *_copy(snapshot, out / LEAVING, own, leaves=True)]
    return Written(snapshot.number, tuple(made), notice)


def template_of(snapshot: Snapshot, template: Path | None = None) -> Template | None:
    """The office's own template for a kind of report; None: it has none.

    Raises:
        Refused: the file that was named cannot be read.
    """
    path = template or current().folder / TEMPLATES / f"{snapshot.kind}.docx"
    if template is None and not path.is_file():
        return None
    try:
        return Template(path.name, path.read_bytes())
    except OSError as failure:
        raise refused("template_unreadable", file=path.name) from failure


def _usable(snapshot: Snapshot, template: Path | None, *, fallback: bool) -> tuple[Template | None, Notice | None]:
    """The template that can be used, tried on this very report, and what is wrong with the office's own."""
    try:
        own = template_of(snapshot, template)
        if own is not None:
            for paper in papers_of(snapshot).values():
                fill(own, paper, situation_of(snapshot))
    except Refused as refusal:
        if not fallback:
            raise
        return None, refusal.notice
    return own, None


def rendered(snapshot: Snapshot, paper: Paper, own: Template | None) -> tuple[bytes, bytes]:
    """A paper as Word and as PDF that say the same."""
    if own is None:
        return word(paper, snapshot.cut_off), pdf(paper, snapshot.cut_off)
    document, told = fill(own, paper, situation_of(snapshot))
    return word_in_bytes(document, paper.title, snapshot.cut_off), pdf(told, snapshot.cut_off)


def _copy(snapshot: Snapshot, folder: Path, own: Template | None, *, leaves: bool) -> Iterator[Path]:
    on: date = snapshot.cut_off
    situation = situation_of(snapshot, leaves=leaves)
    with whole_files(folder) as files:
        for register, paper in papers_of(snapshot, leaves=leaves).items():
            stem = file_stem(snapshot, register)
            for suffix, content in zip((".docx", ".pdf"), rendered(snapshot, paper, own), strict=True):
                path = folder / f"{stem}{suffix}"
                files.fresh(path).write_bytes(content)
                yield path
        path = folder / f"{file_stem(snapshot, '')}.xlsx"
        registers = [situation.of(register, {}) for register in snapshot.registers.split(",")]
        write_tables(files.fresh(path), situation, registers, on)
        yield path
        figures = folder / NAME
        files.fresh(figures).write_bytes(in_bytes(figures_of(snapshot, leaves=leaves)))
        yield figures


def file_stem(snapshot: Snapshot, register: str) -> str:
    """“bao-cao-tuan-tre-em-TE-2026-25”."""
    parts = (_NAMES[snapshot.kind], SLUGS[register], snapshot.number)
    return "-".join(part for part in parts if part)
