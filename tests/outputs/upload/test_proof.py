"""No proof for a file in which anything else differs."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from sosach.findings.notices import Refused
from sosach.intake.book import read_book
from sosach.intake.options import ReadingOptions
from sosach.outputs.upload.archive import replaced
from sosach.outputs.upload.prepare import sheet_parts_of
from sosach.outputs.upload.proof import Base, prove
from sosach.outputs.upload.settled import CellChange
from sosach.outputs.upload.sheet_patch import patched
from tests.outputs.upload.exports import NEW, export

PART = "xl/worksheets/sheet1.xml"


@pytest.fixture
def base(tmp_path: Path) -> Base:
    path = export(tmp_path / "a.xlsx").path
    book = read_book(path, ReadingOptions())
    return Base(book=book, data=path.read_bytes(), persons=40, parts=sheet_parts_of(book))


def change(new: str = NEW, letter: str = "H") -> CellChange:
    return CellChange(
        sheet="Danh sách", row=7, letter=letter, heading="Số định danh cá nhân", old="x", new=new, change="Q-1"
    )  # fmt: skip


def part(data: bytes, name: str = PART) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def written(base: Base, tmp_path: Path, more: Callable[[bytes], bytes] = bytes) -> Path:
    path = tmp_path / "out.xlsx"
    xml = patched(part(base.data), {(6, 7): NEW})
    path.write_bytes(replaced(base.data, {PART: more(xml)}))
    return path


def test_the_proof_states_what_was_read_again(base: Base, tmp_path: Path) -> None:
    stated = prove(base, written(base, tmp_path), [change()])
    assert stated["other_cells_changed"] == 0
    assert stated["rows"] == 40
    assert stated["cells_changed"] == [
        {
            "sheet": "Danh sách", "row": 7, "column": "Số định danh cá nhân", "cell": "H7", "old": "x", "new": NEW,
            "change": "Q-1",
        }
    ]  # fmt: skip
    assert stated["parts_identical"] == len(zipfile.ZipFile(io.BytesIO(base.data)).namelist()) - 1


@pytest.mark.parametrize(
    "slip",
    [
        lambda xml: patched(xml, {(7, 7): NEW}),  # one cell too many
        lambda xml: patched(xml, {(6, 7): "027218700006"}),  # another value
        lambda xml: xml.replace(b'r="H7" s="', b'r="H7" s="1'),  # another style
        lambda xml: xml.replace(b'hidden="1"', b'hidden="0"'),
        lambda xml: xml.replace(b"dataValidation ", b"dataValidation allowBlank='1' "),
        lambda xml: xml.replace(b"COUNTA(C5:C40)", b"COUNTA(C5:C41)"),
    ],
    ids=["cell", "value", "style", "hidden", "validation", "formula"],
)
def test_no_proof_when_anything_else_differs(base: Base, tmp_path: Path, slip: Callable[[bytes], bytes]) -> None:
    with pytest.raises(Refused) as refusal:
        prove(base, written(base, tmp_path, slip), [change()])
    assert refusal.value.notice.code == "output_differs"


def test_no_proof_when_another_part_was_touched(base: Base, tmp_path: Path) -> None:
    path = written(base, tmp_path)
    path.write_bytes(replaced(path.read_bytes(), {"docProps/core.xml": b"<x/>"}))
    with pytest.raises(Refused):
        prove(base, path, [change()])


def test_no_proof_for_a_workbook_that_a_library_saved_again(base: Base, tmp_path: Path) -> None:
    path = written(base, tmp_path)
    openpyxl.load_workbook(path).save(path)
    with pytest.raises(Refused):
        prove(base, path, [change()])


def test_no_proof_when_a_meant_cell_was_not_written(base: Base, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        prove(base, written(base, tmp_path), [change(), change("Nam", "E")])


def test_no_proof_when_a_number_was_written_as_a_number(base: Base, tmp_path: Path) -> None:
    xml = part(base.data)
    text = patched(xml, {(6, 7): NEW})
    start = text.index(b'<c r="H7"')
    cell = text[start : text.index(b"</c>", start) + 4]
    number = cell[: cell.index(b" t=")] + b"><v>27218700004</v></c>"
    path = tmp_path / "out.xlsx"
    path.write_bytes(replaced(base.data, {PART: text.replace(cell, number)}))
    with pytest.raises(Refused):
        prove(base, path, [change()])
