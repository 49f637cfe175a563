"""Two lists, from the files to the files that other programs and people read."""

import errno
from datetime import date

import openpyxl
import polars as pl
import pytest

from sosach.campaign.precedence import Precedence, Source
from sosach.findings.notices import Refused
from sosach.linkage.link_findings import SCHEMA
from sosach.usecases.link import Options, link
from tests.engines.lists import AN, CUONG, DUNG, NEWBORN, birth, opened

ON = date(2026, 6, 18)


def found(tmp_path, left, right, decisions=None, **options):
    """Links (register, rows) with (register, rows)."""
    lists = [opened(tmp_path / f"{side}.parquet", of, *rows) for side, (of, rows) in (("left", left), ("right", right))]
    asked = Options(on=ON, out=tmp_path / "out", decisions=decisions, **options)
    return link(*lists, asked, lambda text: None)


def civil(tmp_path, children, births, **options):
    return found(tmp_path, ("children", children), ("births", births), **options)


def table(tmp_path, name):
    return pl.read_parquet(tmp_path / "out" / f"{name}.parquet")


def sheet(tmp_path, name):
    """The rows of a sheet of links.xlsx without its heading."""
    return list(openpyxl.load_workbook(tmp_path / "out" / "links.xlsx")[name].iter_rows(min_row=2, values_only=True))


def test_columns_are_those_that_other_programs_rely_on(tmp_path):
    civil(tmp_path, [AN, CUONG], [birth(AN, full_name="Nguyễn Hòa Ân")])
    assert table(tmp_path, "links").columns[:7] == [
        "left_sheet", "left_row", "right_sheet", "right_row", "probability", "verdict", "reasons"
    ]  # fmt: skip
    assert table(tmp_path, "differences").columns[:7] == [
        "left_sheet", "left_row", "right_sheet", "right_row", "field", "left", "right"
    ]  # fmt: skip
    assert {"sheet", "row", "full_name", "school"} <= set(table(tmp_path, "left_only").columns)
    assert {"sheet", "row", "full_name", "book_no"} <= set(table(tmp_path, "right_only").columns)
    assert table(tmp_path, "links-findings").schema == pl.Schema(SCHEMA)


def test_register_against_the_births_book(tmp_path):
    outcome = civil(
        tmp_path, [AN, CUONG, NEWBORN], [birth(DUNG), birth(AN, birth_date="2018-06-14"), birth(CUONG)]
    )  # fmt: skip
    links = table(tmp_path, "links").sort("left_row")
    assert links.select("left_row", "right_row", "verdict").rows() == [(1, 2, "same"), (2, 3, "same")]
    told = table(tmp_path, "differences").select("left_row", "right_row", "field", "left", "right", "prevails")
    assert told.rows() == [(1, 2, "birth_date", "2018-06-04", "2018-06-14", "right")]
    assert table(tmp_path, "right_only").select("row", "full_name", "why").rows() == [(1, "Vũ Thị Dung", "new")]
    assert table(tmp_path, "left_only").select("row", "why").rows() == [(3, "overdue")]
    assert set(table(tmp_path, "links-findings")["rule"]) == {
        "civil_difference", "civil_unregistered_60", "civil_not_in_register"
    }  # fmt: skip
    assert outcome.summary["persons_different"] == 1
    assert outcome.details()["right_only"] == [{"sheet": "", "row": 1}]


def test_books_on_the_left_say_the_same(tmp_path):
    found(tmp_path, ("births", [birth(DUNG), birth(AN, sex="Nữ")]), ("children", [AN, NEWBORN]))
    assert table(tmp_path, "left_only")["why"].to_list() == ["new"]
    assert table(tmp_path, "right_only")["why"].to_list() == ["overdue"]
    said = table(tmp_path, "links-findings").filter(rule="civil_difference").row(0, named=True)
    assert (said["side"], said["row"], said["other_row"], said["value"]) == ("right", 1, 2, "male")


def test_plan_may_let_the_register_prevail(tmp_path):
    order = Precedence((Source.REGISTER, Source.BIRTH_BOOK))
    civil(tmp_path, [AN], [birth(AN, sex="Nữ")], precedence=order)
    assert table(tmp_path, "differences")["prevails"].to_list() == ["left"]


def test_new_children_are_ready_as_rows_of_the_register(tmp_path):
    civil(tmp_path, [AN], [birth(AN), birth(DUNG)])
    heads = next(iter(openpyxl.load_workbook(tmp_path / "out" / "links.xlsx")["Chưa có trong sổ"].values))
    row = dict(zip(heads, sheet(tmp_path, "Chưa có trong sổ")[0], strict=True))
    assert list(heads)[: len(AN)] == list(AN)
    assert row["full_name"] == "Vũ Thị Dung"
    assert (row["sex"], row["ethnicity"], row["personal_id"]) == ("Nữ", "Tày", "027312600003")
    assert (row["hamlet"], row["address"]) == ("Thôn Gò Me", DUNG["address"])
    assert row["birth_date"].date() == date(2012, 9, 12)
    assert row["Sổ khai sinh: số giấy khai sinh"] == "45/2012"


def test_child_entered_twice_is_linked_once_and_not_called_unregistered(tmp_path):
    again = NEWBORN | {"record_code": "TE8", "hamlet": "Thôn Gò Me"}
    civil(tmp_path, [NEWBORN, again], [birth(NEWBORN)])
    assert table(tmp_path, "links").height == 1
    assert table(tmp_path, "left_only")["why"].to_list() == ["double"]
    assert "ghi hai lần" in str(sheet(tmp_path, "Chỉ có ở sổ")[0])


def test_last_months_export_against_todays(tmp_path):
    moved = CUONG | {"hamlet": "Thôn Gò Me", "school": "Trường Tiểu học số 1"}
    outcome = found(tmp_path, ("children", [AN, CUONG, DUNG]), ("children", [moved, NEWBORN, AN]))
    assert outcome.summary["meeting"] == "exports"
    assert (outcome.summary["same"], outcome.summary["left_only"], outcome.summary["right_only"]) == (2, 1, 1)
    assert table(tmp_path, "differences")["field"].to_list() == ["hamlet"]
    assert [row[2] for row in sheet(tmp_path, "Mới")] == ["Hà Minh Khôi"]
    assert [row[2] for row in sheet(tmp_path, "Không còn")] == ["Vũ Thị Dung"]


def test_value_that_vanished_between_two_exports_is_a_change(tmp_path):
    found(tmp_path, ("children", [AN, CUONG]), ("children", [AN | {"personal_id": None}, CUONG]))
    assert table(tmp_path, "differences").select("field", "left", "right", "kind").rows() == [
        ("personal_id", "027218600001", None, "right_empty")
    ]


def test_children_who_draw_aid_stand_in_both_registers_and_agree(tmp_path):
    orphan = AN | {"special_circumstance": "a"}
    disabled = CUONG | {"special_circumstance": None}
    aid = {"category": "Trẻ em mồ côi cả cha và mẹ", "benefit_status": "Đang hưởng"}
    kept = ("full_name", "birth_date", "sex", "personal_id", "hamlet")
    beneficiaries = [
        {k: orphan[k] for k in kept} | aid,
        {k: disabled[k] for k in kept} | aid | {"category": "Người khuyết tật nặng"},
        {k: DUNG[k] for k in kept} | aid,
    ]
    outcome = found(tmp_path, ("children", [orphan, disabled, NEWBORN]), ("beneficiaries", beneficiaries))
    assert outcome.summary["meeting"] == "registers"
    told = table(tmp_path, "links-findings")
    assert set(told["rule"]) == {"cross_register"}
    assert told.select("side", "row", "other_row").rows() == [("left", 2, 2), ("right", 3, None)]
    assert [row[5] for row in sheet(tmp_path, "Hai sổ lệch nhau")] == ["2", "3"]


def test_one_person_in_the_registers_of_two_communes(tmp_path):
    there = AN | {"address": "Thôn Đông, xã Yên Sơn, tỉnh Bắc Ninh", "hamlet": "Thôn Đông"}
    outcome = found(tmp_path, ("children", [AN, CUONG]), ("children", [there]))
    assert outcome.summary["meeting"] == "communes"
    heads = [cell.value for cell in openpyxl.load_workbook(tmp_path / "out" / "links.xlsx")["Có ở cả hai xã"][2]]
    assert {"Hòa Mẫu", "Yên Sơn"} <= set(heads)
    assert table(tmp_path, "differences").is_empty()


def test_decision_against_a_link_holds(tmp_path):
    civil(tmp_path, [AN, CUONG], [birth(AN, sex="Nữ"), birth(CUONG)])
    book = openpyxl.load_workbook(tmp_path / "out" / "links.xlsx")
    page = book["Khớp, khác nhau"]
    page.cell(2, [cell.value for cell in page[1]].index("Kết luận") + 1).value = "Hai người"
    book.save(tmp_path / "filled.xlsx")
    civil(tmp_path, [AN, CUONG], [birth(AN, sex="Nữ"), birth(CUONG)], decisions=tmp_path / "filled.xlsx")
    assert table(tmp_path, "links").select("left_row", "right_row").rows() == [(2, 2)]
    # and in the next run, which names no decisions, with the rows in another order
    civil(tmp_path, [CUONG, AN], [birth(AN, sex="Nữ"), birth(CUONG)])
    assert table(tmp_path, "links").select("left_row", "right_row").rows() == [(1, 2)]


def test_filled_workbook_is_kept_when_the_results_are_made_anew(tmp_path):
    civil(tmp_path, [AN], [birth(AN)])
    path = tmp_path / "out" / "links.xlsx"
    book = openpyxl.load_workbook(path)
    book["Giống nhau"]["H2"].value = "Hai người"
    book.save(path)
    civil(tmp_path, [AN], [birth(AN)])
    assert (tmp_path / "out" / "links-cu-1.xlsx").exists()


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        ([{"full_name": "Nguyễn Hòa An"}], [{"full_name": "Lê An", "school": "THCS"}], "link_nothing_in_common"),
        ([AN], [AN], "link_same_file"),
    ],
)
def test_lists_that_cannot_be_compared_are_refused_and_nothing_is_written(tmp_path, left, right, code):
    with pytest.raises(Refused) as caught:
        found(tmp_path, ("children", left), ("children", right))
    assert caught.value.notice.code == code
    assert not (tmp_path / "out").exists()


def test_nothing_in_a_list_becomes_a_formula(tmp_path):
    odd = DUNG | {"full_name": "=cmd|' /C calc'!A0", "address": "@SUM(1)"}
    civil(tmp_path, [AN], [birth(AN), birth(odd)])
    cells = [c for s in openpyxl.load_workbook(tmp_path / "out" / "links.xlsx") for row in s for c in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_results_of_the_last_run_stay_when_the_disk_is_full(tmp_path, monkeypatch):
    civil(tmp_path, [AN], [birth(AN)])
    before = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}

    def full(*_):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("sosach.usecases.link.write_workbook", full)
    with pytest.raises(Refused) as caught:
        civil(tmp_path, [AN, CUONG], [birth(AN), birth(DUNG)])
    assert caught.value.notice.code == "disk_full"
    assert {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()} == before
    assert {entry.name for entry in tmp_path.iterdir()} == {"out", "left.parquet", "right.parquet"}
