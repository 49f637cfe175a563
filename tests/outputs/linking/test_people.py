"""How the persons of a list are printed: as people read them, with the place where they stand."""

from datetime import datetime

import polars as pl

from sosach.linkage.decided import Decision, Ruling
from sosach.outputs.linking.people import about
from tests.engines.lists import AN, CUONG
from tests.outputs.linking.sides import side

FIRST = pl.Series([0])


def test_values_are_printed_as_people_read_them(tmp_path):
    found = side(tmp_path / "a", "A", AN | {"status": "Đang quản lý"})
    assert found.texts("sex", FIRST) == ["Nam"]
    assert found.texts("ethnicity", FIRST) == ["Kinh"]
    assert found.texts("status", FIRST) == ["Đang quản lý"]
    assert found.texts("school", FIRST) == [None]


def test_day_is_a_day_and_a_year_is_text(tmp_path):
    found = side(tmp_path / "a", "A", AN, AN | {"birth_date": "2015"}, AN | {"birth_date": None})
    assert found.entries("birth_date", pl.Series([0, 1, 2])) == [datetime.fromisoformat("2018-06-04"), "2015", None]


def test_row_is_enough_in_a_file_of_one_sheet(tmp_path):
    assert side(tmp_path / "a", "A", AN, CUONG).places(pl.Series([1, 0])) == ["2", "1"]


def test_decision_is_told_by_names_and_rows(tmp_path):
    one = side(tmp_path / "a", "A", AN, CUONG)
    decision = Decision(one="x", other="y", ruling=Ruling.TWO, about="cũ")
    told = about([decision, decision], [(0, 1), None], (one, one))
    assert [d.about for d in told] == [
        "Nguyễn Hòa An, sinh 04/06/2018 (dòng 1) – Lê Văn Cường, sinh 02/01/2015 (dòng 2)",
        "cũ",
    ]
