"""A report as files: Word, PDF and workbook for the commune, the copy that leaves it in a folder of its own.

What lies in `gui-di` holds totals alone; breakdowns by hamlet and category stay with the commune, for small numbers
tell of persons.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sosach.outputs.papers.pdf import pdf
from sosach.outputs.papers.tables import write_tables
from sosach.outputs.papers.word import word
from sosach.outputs.whole_files import whole_files
from sosach.papers.frozen import NAME, in_bytes
from sosach.papers.reports import SLUGS
from sosach.store.reports.models import Snapshot
from sosach.store.reports.selectors import figures_of, papers_of, situation_of

LEAVING = "gui-di"

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


def write_report(snapshot: Snapshot, out: Path) -> Written:
    """Writes a report into a folder, all of it or nothing.

    Raises:
        Refused: the folder cannot be written.
    """
    made = [*_copy(snapshot, out, leaves=False), *_copy(snapshot, out / LEAVING, leaves=True)]
    return Written(snapshot.number, tuple(made))


def _copy(snapshot: Snapshot, folder: Path, *, leaves: bool) -> Iterator[Path]:
    on: date = snapshot.cut_off
    situation = situation_of(snapshot, leaves=leaves)
    with whole_files(folder) as files:
        for register, paper in papers_of(snapshot, leaves=leaves).items():
            stem = file_stem(snapshot, register)
            for suffix, content in ((".docx", word(paper, on)), (".pdf", pdf(paper, on))):
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
