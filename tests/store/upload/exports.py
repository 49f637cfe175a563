"""Exports in tests of the upload: a register with decisions, its upload, ticks on the list, a later export."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import openpyxl

from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.intake.typing_ticks import read_ticks
from sosach.store.desk.confirm_upload import ConfirmedUpload, confirm_upload
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.prepare_upload import PreparedUpload, prepare_upload
from sosach.store.desk.receive_ticks import receive_ticks
from sosach.store.upload.services.preparing import ToPrepare
from sosach.store.upload.services.ticking import Received
from tests.store.people import ON, OPERATOR, child, children, opened, taken_in, workbook

LATER = date(2026, 6, 25)
ROWS = [child(1, sex=""), child(2, father_name=""), *children(6)[2:]]


def decided(number: int, field: str, value: str, on: date = ON) -> int:
    """Decides about a child; gives the operation."""
    decision = Decision(
        register="children",
        record_code=f"TE{number:06d}",
        field=field,
        value=value,
        evidence="Giấy khai sinh số 12/2015",
        reason="Gõ nhầm",
    )
    return decide(decision, actor=OPERATOR, on=on).operation


def register(folder: Path) -> Path:
    """Six children taken in, two of them decided about; gives the export."""
    base = folder / "a.xlsx"
    taken_in(base, ROWS)
    decided(1, "sex", "Nữ")
    decided(2, "father_name", "Nguyễn Văn Tám")
    return base


def wanted(base: Path, out: Path, *, with_cleaning: bool = False) -> ToPrepare:
    """The export, read, and where its upload goes."""
    reading = read(base, ReadingOptions(register="children", profile=base.with_suffix(".toml")))
    return ToPrepare(reading=reading, base=base, out=out, with_cleaning=with_cleaning)


def prepared(base: Path, out: Path, on: date = ON) -> PreparedUpload:
    """An upload."""
    return prepare_upload("children", wanted(base, out), actor=OPERATOR, on=on)


def tick(listed: Path, marks: Mapping[int, str], out: Path | None = None) -> Path:
    """Writes marks into rows of a typing list, by their number."""
    book = openpyxl.load_workbook(listed)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    for number, mark in marks.items():
        sheet.cell(number + 1, headings.index("Đã nhập") + 1, mark)
    book.save(out or listed)
    return out or listed


def ticked(listed: Path, on: date = LATER) -> Received:
    """A typing list taken in."""
    return receive_ticks(read_ticks(listed, ReadingOptions()), listed.read_bytes(), actor=OPERATOR, on=on)


def later(folder: Path, changes: Mapping[int, Mapping[str, str]], name: str = "b.xlsx") -> Path:
    """A later export, in which some children say something else."""
    rows = [row | changes.get(number, {}) for number, row in enumerate(ROWS, 1)]
    return workbook(folder / name, rows)


def confirmed(path: Path, on: date = LATER) -> ConfirmedUpload:
    """A later export compared with what was uploaded."""
    return confirm_upload("children", opened(path, on), actor=OPERATOR, on=on)
