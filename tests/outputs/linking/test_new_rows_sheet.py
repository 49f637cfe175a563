"""New children stand in the register's own columns, also where it keeps boys and girls in two."""

import polars as pl
import pytest

from sosach.intake.reading import Column
from sosach.outputs.linking.new_rows_sheet import new_rows_sheet
from tests.engines.lists import AN, CUONG, DUNG, birth
from tests.outputs.linking.sides import column, links


@pytest.fixture
def found(tmp_path):
    return links(tmp_path, ("children", [AN]), ("births", [birth(AN), birth(DUNG), birth(CUONG)]))


def new_rows(found, *headings):
    """The sheet for a register with these (heading, field)."""
    if headings:
        columns = tuple(Column("", chr(65 + n), heading, field) for n, (heading, field) in enumerate(headings))
        opened = found.left.persons.opened
        object.__setattr__(opened, "columns", columns)
    return new_rows_sheet("Chưa có trong sổ", found.right_alone, found.right, found.left, 20)


def test_order_and_names_of_the_columns_are_the_registers(found):
    sheet = new_rows(found, ("TT", None), ("Tên trẻ", "full_name"), ("Lớp", "class_name"), ("Nơi ở", "address"))
    assert [c.title for c in sheet.columns][:4] == ["TT", "Tên trẻ", "Lớp", "Nơi ở"]
    assert column(sheet, "TT") == [1, 2]
    assert column(sheet, "Tên trẻ") == ["Lê Văn Cường", "Vũ Thị Dung"]
    assert column(sheet, "Lớp") == [None, None]
    assert column(sheet, "Nơi ở") == [CUONG["address"], DUNG["address"]]


def test_boys_and_girls_in_two_columns(found):
    sheet = new_rows(found, ("Họ tên", "full_name"), ("Năm sinh / Nam", "birth_date"), ("Năm sinh / Nữ", "birth_date"))
    assert [entry is not None for entry in column(sheet, "Năm sinh / Nam")] == [True, False]
    assert [entry is not None for entry in column(sheet, "Năm sinh / Nữ")] == [False, True]


def test_source_stands_behind(found):
    sheet = new_rows(found)
    assert column(sheet, "Sổ khai sinh: dòng") == ["3", "2"]
    assert column(sheet, "Sổ khai sinh: quyển số") == ["01", "01"]


def test_remarks_of_the_book_are_not_copied(tmp_path):
    found = links(
        tmp_path, ("children", [AN | {"note": "x"}]), ("births", [birth(AN), birth(DUNG, note="Đăng ký lại")])
    )
    assert column(new_rows_sheet("x", found.right_alone, found.right, found.left, 20), "note") == [None]


def test_nobody_to_add(tmp_path):
    found = links(tmp_path, ("children", [AN]), ("births", [birth(AN)]))
    assert new_rows_sheet("x", found.right_alone, found.right, found.left, 20).rows == 0
    assert isinstance(found.right_alone.positions, pl.Series)
