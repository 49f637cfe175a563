import zipfile
from pathlib import Path

import openpyxl
import pytest

from sosach.outputs import review_workbook as room
from sosach.outputs.figures import figures
from sosach.outputs.review_workbook import write_review
from tests.outputs.small_register import RECORDS, checked, finding, grid, record

NASTY = (
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1",
    "-1",
    '=HYPERLINK("http://x")',
    "http://x.y",
    "<b>&",
    "a\x07b",
)


def _book(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_review(tmp_path / "review.xlsx", checked(), figures(checked()), (grid(),))
    return tmp_path / "review.xlsx"


def test_the_list_comes_first_then_the_totals_then_the_file(path: Path) -> None:
    assert _book(path).sheetnames == ["Cần rà soát", "Tổng hợp", "Danh sách"]
    assert _book(path).active.title == "Cần rà soát"


def test_every_line_leads_to_a_coloured_cell(path: Path) -> None:
    book = _book(path)
    for row in range(2, 7):
        sheet, _, cell = book["Cần rà soát"].cell(row, 18).hyperlink.location.rpartition("!")
        assert book[sheet.strip("'")][cell].comment is not None


def test_only_the_totals_when_the_file_is_large(tmp_path: Path) -> None:
    write_review(tmp_path / "review.xlsx", checked(), figures(checked()), None)
    assert _book(tmp_path / "review.xlsx").sheetnames == ["Tổng hợp"]


def test_a_parquet_file_has_a_list_and_no_sheets(tmp_path: Path) -> None:
    write_review(tmp_path / "review.xlsx", checked(), figures(checked()), ())
    assert _book(tmp_path / "review.xlsx").sheetnames == ["Cần rà soát", "Tổng hợp"]


def test_nothing_that_came_in_is_a_formula_or_a_link_anywhere(tmp_path: Path) -> None:
    people = [record(5 + i, full_name=text, hamlet=text, household_head=text) for i, text in enumerate(NASTY)]
    found = [
        finding(5 + i, "x", message=text, value=text, suggestion=text, field="full_name", column=text)
        for i, text in enumerate(NASTY)
    ]
    there = checked(people, found, name=NASTY[0])
    there.summary["source"]["sheets"][0]["name"] = NASTY[0]
    there.summary["source"]["other_sheets"][0]["name"] = NASTY[1]
    there.summary["unmapped_headings"].extend(NASTY)
    column = grid().text.with_columns(H=grid().text["H"].replace("=1+1", NASTY[0]))
    write_review(tmp_path / "review.xlsx", there, figures(there), (grid(name=NASTY[4], text=column),))
    with zipfile.ZipFile(tmp_path / "review.xlsx") as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        links = [name for name in parts.namelist() if "worksheets/_rels" in name and b"hyperlink" in parts.read(name)]
    assert len(sheets) == 3
    assert [b"<f>" in sheet for sheet in sheets] == [False] * 3
    assert links == []


def test_large_sheets_are_written_row_by_row_and_hold_the_same(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "CELLS_IN_MEMORY", 10)
    write_review(tmp_path / "large.xlsx", checked(), figures(checked()), (grid(),))
    for large, small in zip(_book(tmp_path / "large.xlsx"), _book(path), strict=True):
        assert [[c.value for c in row] for row in large] == [[c.value for c in row] for row in small]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["large.xlsx", "review.xlsx"]


def test_the_same_check_gives_the_same_bytes(tmp_path: Path, path: Path) -> None:
    write_review(tmp_path / "again.xlsx", checked(), figures(checked()), (grid(),))
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_printed_pages_say_what_they_are(path: Path) -> None:
    for sheet in _book(path):
        assert sheet.oddHeader.left.text == "&BRà soát sổ trẻ em&B"
        assert sheet.oddHeader.right.text == "tre-em.xlsx"
        assert sheet.oddFooter.center.text == "Trang &P / &N"
        assert sheet.page_setup.orientation == "landscape"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_review(tmp_path / "missing" / "review.xlsx", checked(), figures(checked()), (grid(),))


def test_sheets_that_were_not_read_are_kept(tmp_path: Path) -> None:
    grids = (grid(name="Tổng hợp", header_row=0, header_rows=0), grid())
    write_review(tmp_path / "review.xlsx", checked(), figures(checked()), grids)
    assert _book(tmp_path / "review.xlsx").sheetnames == ["Cần rà soát", "Tổng hợp", "Tổng hợp (2)", "Danh sách"]


def test_nobody_and_nothing(tmp_path: Path) -> None:
    write_review(tmp_path / "review.xlsx", checked((), ()), figures(checked((), ())), (grid(),))
    write_review(tmp_path / "clean.xlsx", checked(RECORDS, ()), figures(checked(RECORDS, ())), (grid(),))
    assert _book(tmp_path / "clean.xlsx")["Cần rà soát"].max_row <= 2
