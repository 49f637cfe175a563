"""The workbook of duplicates: a sheet per verdict, opened by what came of it."""

import openpyxl

from sosach.linkage.decided import Decision, Ruling
from sosach.linkage.duplicates import duplicates
from sosach.outputs.pairs_workbook import SHEETS, Pairs, write_pairs
from tests.engines.lists import AN, CUONG
from tests.outputs.linking.sides import ON, side

TWIN = AN | {"record_code": "TE5", "personal_id": "027218600009", "full_name": "Nguyễn Hòa Bình", "birth_cert_no": None}


def book(tmp_path, *rows, **facts):
    one = side(tmp_path / "a", "A", *rows)
    pairs = duplicates(one.persons.facts).pairs.rename({"a": "left", "b": "right"})
    known = {"decisions": (), "places": (), "notices": ()} | facts
    write_pairs(tmp_path / "pairs.xlsx", Pairs(file="a.xlsx", on=ON, one=one, other=one, pairs=pairs, **known))
    return openpyxl.load_workbook(tmp_path / "pairs.xlsx")


def test_sheet_per_verdict_however_many_pairs_there_are(tmp_path):
    names = [name for name, _ in SHEETS.values()]
    assert book(tmp_path, AN, CUONG).sheetnames == ["Tổng hợp", *names]


def test_twins_have_a_sheet_of_their_own(tmp_path):
    found = book(tmp_path, AN, TWIN)
    assert [found[name].max_row - 2 for name, _ in SHEETS.values()] == [0, 0, 1]


def test_decisions_have_a_sheet_once_there_are_any(tmp_path):
    decision = Decision(one="x", other="y", ruling=Ruling.TWO, about="An – Ân")
    found = book(tmp_path, AN, CUONG, decisions=(decision,), places=(None,))
    assert found["Đã quyết định"]["B2"].value == "An – Ân"
    assert found["Đã quyết định"]["C2"].value == "Không còn cặp này trong tệp"


def test_pages_are_a4_across_with_the_heading_on_each(tmp_path):
    for sheet in book(tmp_path, AN, TWIN).worksheets[1:]:
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert sheet.print_title_rows == "$1:$2"
        assert sheet.auto_filter.ref
        assert sheet.freeze_panes
