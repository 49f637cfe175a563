"""Forms that came back, as they stand."""

from pathlib import Path

import openpyxl
import pytest

from sosach.findings.notices import Refused
from sosach.forms.police import POLICE_LIST
from sosach.intake.form_answer import FormAnswer, read_form
from sosach.intake.options import ReadingOptions
from sosach.text.cells import NUMBER
from tests.forms.batches import LETTERS, answered, sent, written
from tests.intake import books


def read(path: Path) -> FormAnswer:
    return read_form(path, POLICE_LIST, ReadingOptions())


def refused_with(path: Path) -> str:
    with pytest.raises(Refused) as refusal:
        read(path)
    return refusal.value.notice.code


def test_rows_come_with_code_facts_and_answers(tmp_path: Path) -> None:
    path = answered(tmp_path / "a.xlsx", {2: {"result": "Khớp", "new_personal_id": 27218700001}})
    rows = read(path).rows
    assert [row.code for row in rows] == [row.code for row in sent()]
    assert rows[1].answers == {"result": "Khớp", "new_personal_id": NUMBER + "27218700001"}
    assert (rows[1].sheet, rows[1].row) == ("Danh sách", 3)
    assert all(not row.answers for row in (rows[0], *rows[2:]))


def test_totals_signatures_and_blank_rows_are_nobodys(tmp_path: Path) -> None:
    def end(sheet: object) -> None:
        sheet.append([None, None, "Tổng cộng: 12 trẻ"])  # type: ignore[attr-defined]
        sheet.append([])  # type: ignore[attr-defined]
        sheet.append([None] * 11 + ["CÔNG AN XÃ"])  # type: ignore[attr-defined]

    assert len(read(answered(tmp_path / "a.xlsx", {}, end)).rows) == 12


def test_a_row_that_was_added_comes_along_without_a_code(tmp_path: Path) -> None:
    def add(sheet: object) -> None:
        sheet.append([None, 13, "Lê Văn Thêm", "01/02/2020", "Nam"])  # type: ignore[attr-defined]

    last = read(answered(tmp_path / "a.xlsx", {}, add)).rows[-1]
    assert last.code == ""
    assert last.facts[:3] == ("Lê Văn Thêm", "01/02/2020", "Nam")


def test_numbers_that_were_turned_into_numbers_keep_all_digits(tmp_path: Path) -> None:
    def convert(sheet: object) -> None:
        sheet[f"{LETTERS['personal_id']}2"] = 127218700001  # type: ignore[index]

    place = [column.key for column in POLICE_LIST.facts].index("personal_id")
    assert read(answered(tmp_path / "a.xlsx", {}, convert)).rows[0].facts[place] == "127218700001"


def test_rows_in_several_sheets_are_all_read_and_other_sheets_named(tmp_path: Path) -> None:
    path = answered(tmp_path / "a.xlsx", {1: {"result": "Khớp"}})
    book = openpyxl.load_workbook(path)
    copy = book.copy_worksheet(book["Danh sách"])
    copy.title = "Thôn Bến Cỏ"
    copy.delete_rows(5, 20)
    book["Danh sách"].delete_rows(2, 3)
    form = read(books.saved(book, path))
    assert {row.sheet for row in form.rows} == {"Danh sách", "Thôn Bến Cỏ"}
    assert sorted(row.code for row in form.rows) == [row.code for row in sent()]
    assert form.other_sheets == ("Hướng dẫn",)


def test_every_liberty_with_the_columns_is_told(tmp_path: Path) -> None:
    def change(sheet: object) -> None:
        sheet[f"{LETTERS['note']}1"] = "Ý kiến"  # type: ignore[index]
        sheet[f"{LETTERS['father_name']}1"] = "Bố"  # type: ignore[index]

    form = read(answered(tmp_path / "a.xlsx", {}, change))
    assert [said.code for said in form.notices] == ["form_column_renamed"] * 2


def test_a_column_that_is_gone_is_told_and_nothing_is_made_of_it(tmp_path: Path) -> None:
    form = read(answered(tmp_path / "a.xlsx", {}, lambda sheet: sheet.delete_cols(8)))
    assert form.missing == ("father_name",)
    assert [said.code for said in form.notices] == ["form_column_missing"]
    assert {row.facts[5] for row in form.rows} == {None}


@pytest.mark.parametrize(("column", "heading"), [(1, "Mã dòng"), (3, "Họ và tên"), (12, "Kết quả")])
def test_a_column_nobody_can_do_without_stops_with_its_name(tmp_path: Path, column: int, heading: str) -> None:
    path = answered(tmp_path / "a.xlsx", {}, lambda sheet: sheet.delete_cols(column))
    with pytest.raises(Refused, match=f"“{heading}”") as refusal:
        read(path)
    assert refusal.value.notice.code == "police_columns"


@pytest.mark.parametrize("name", ["a.pdf", "a.JPG", "a.png", "a.heic"])
def test_a_printed_or_photographed_list_is_told_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7\x00\x01" if name == "a.pdf" else b"\xff\xd8\xff\x00\x01" * 50)
    assert refused_with(tmp_path / name) == "form_paper"


def test_a_letter_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(books.zipped({"word/document.xml": b"<w/>"}))
    assert refused_with(tmp_path / "a.docx") == "form_document"


def test_another_workbook_is_no_form(tmp_path: Path) -> None:
    assert refused_with(books.children(tmp_path / "a.xlsx")) == "police_columns"
    assert refused_with(books.saved(books.book_of([("a", "b")]), tmp_path / "b.xlsx")) == "form_unknown"


def test_a_workbook_without_a_word_is_told(tmp_path: Path) -> None:
    assert refused_with(books.saved(openpyxl.Workbook(), tmp_path / "a.xlsx")) == "form_blank"


@pytest.mark.parametrize("kind", ["xls", "ods", "csv"])
def test_other_kinds_of_file_are_read_too(tmp_path: Path, kind: str) -> None:
    rows = [[c.heading for c in POLICE_LIST.columns]]
    rows += [[row.code, row.number, *row.facts, "Khớp"] for row in sent()]
    path = tmp_path / f"a.{kind}"
    if kind == "csv":
        path.write_text("\n".join(";".join(map(str, row)) for row in rows), encoding="utf-8-sig")
    else:
        path.write_bytes(books.xls_bytes(rows) if kind == "xls" else books.ods_bytes(rows))
    form = read(path)
    assert [(row.code, row.facts) for row in form.rows] == [(row.code, row.facts) for row in sent()]
    assert {row.answers["result"] for row in form.rows} == {"Khớp"}


def test_colours_and_comments_come_with_their_row(tmp_path: Path) -> None:
    def paint(sheet: object) -> None:
        sheet["L4"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFFFF00")  # type: ignore[index]
        sheet["M5"].comment = openpyxl.comments.Comment("đã cấp", "CA")  # type: ignore[index]
        sheet["Z6"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFFFF00")  # type: ignore[index]

    rows = read(answered(tmp_path / "a.xlsx", {}, paint)).rows
    assert [row.row for row in rows if row.coloured] == [4]
    assert {row.row: row.remark for row in rows if row.remark} == {5: "đã cấp"}


def test_the_list_as_sent_has_neither_colour_nor_answer(tmp_path: Path) -> None:
    rows = read(written(tmp_path / "a.xlsx")).rows
    assert not any(row.coloured or row.remark or row.answers for row in rows)
