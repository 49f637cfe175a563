"""A list against itself, from the file to the files that other programs and people read."""

import json
from datetime import date

import openpyxl
import polars as pl
import pytest

from sosach.findings.notices import Refused
from sosach.usecases.duplicates import Options, duplicates
from tests.engines.lists import AN, CUONG, DUNG, opened

ON = date(2026, 6, 18)
AN_AGAIN = AN | {"record_code": "TE9", "personal_id": None, "full_name": "NGUYỄN HOÀ AN", "hamlet": "Thôn Bến Cỏ"}
TWIN = AN | {
    "record_code": "TE5",
    "personal_id": "027218600009",
    "full_name": "Nguyễn Hòa Bình",
    "birth_cert_no": "13/2018",
}


def found(tmp_path, *rows, name="a.parquet", decisions=None):
    options = Options(on=ON, out=tmp_path / "out", decisions=decisions)
    return duplicates(opened(tmp_path / name, "children", *rows), options, lambda text: None)


def pairs(tmp_path):
    return pl.read_parquet(tmp_path / "out" / "pairs.parquet").sort("row_a")


def fill(tmp_path, sheet, ruling, note=None):
    """Fills a decision into the first pair of a sheet, as an official does."""
    book = openpyxl.load_workbook(tmp_path / "out" / "pairs.xlsx")
    heads = [cell.value for cell in book[sheet][1]]
    book[sheet].cell(3, heads.index("Kết luận") + 1).value = ruling
    book[sheet].cell(3, heads.index("Ghi chú của người xem") + 1).value = note
    book.save(tmp_path / "filled.xlsx")
    return tmp_path / "filled.xlsx"


def test_pairs_are_told_with_places_verdicts_and_reasons(tmp_path):
    outcome = found(tmp_path, AN, CUONG, AN_AGAIN, TWIN)
    told = pairs(tmp_path)
    assert told.columns[:7] == ["sheet_a", "row_a", "sheet_b", "row_b", "probability", "verdict", "reasons"]
    by_rows = {(a, b): verdict for a, b, verdict in told.select("row_a", "row_b", "verdict").iter_rows()}
    assert by_rows[1, 3] == "same"
    assert by_rows[1, 4] == "twins"
    assert told["probability"].is_between(0, 1).all()
    assert all(sentence.endswith(".") for reasons in told["reasons"] for sentence in reasons)
    assert outcome.summary["verdicts"]["same"] == 1
    assert outcome.details()["same"] == [{"sheet": "", "row": 1, "other_sheet": "", "other_row": 3}]


def test_workbook_has_a_sheet_per_verdict_with_the_two_side_by_side(tmp_path):
    found(tmp_path, AN, CUONG, AN_AGAIN, TWIN)
    book = openpyxl.load_workbook(tmp_path / "out" / "pairs.xlsx")
    assert book.sheetnames == ["Tổng hợp", "Trùng", "Cần xem", "Sinh đôi"]
    sheet = book["Trùng"]
    assert [cell.value for cell in sheet[3]][1:3] == ["Nguyễn Hòa An", "Nguyễn Hoà An"]
    assert sheet.data_validations.dataValidation[0].formula1 == '"Một người,Hai người,Chưa rõ"'


def test_two_persons_stay_two_in_this_export_and_in_the_next(tmp_path):
    found(tmp_path, AN, CUONG, AN_AGAIN)
    found(tmp_path, AN, CUONG, AN_AGAIN, decisions=fill(tmp_path, "Trùng", "Hai người", "đã hỏi"))
    assert pairs(tmp_path).is_empty()
    # Next month the rows stand elsewhere, one has got its number, and nobody names the decisions any more.
    again = AN_AGAIN | {"personal_id": "027218600077"}
    outcome = found(tmp_path, DUNG, again, CUONG, AN, name="thang-6.parquet")
    assert "same" not in pairs(tmp_path)["verdict"]
    assert outcome.summary["decisions"] == {"in_force": 1, "unplaced": 0}
    book = openpyxl.load_workbook(tmp_path / "out" / "pairs.xlsx")
    assert book["Đã quyết định"]["C2"].value == "Đang áp dụng"


def test_twins_that_people_call_one_person_are_one(tmp_path):
    found(tmp_path, AN, TWIN)
    found(tmp_path, AN, TWIN, decisions=fill(tmp_path, "Sinh đôi", "Một người"))
    assert pairs(tmp_path).select("row_a", "row_b", "verdict", "ground").rows() == [(1, 2, "same", "decided")]


def test_decision_about_a_row_that_is_gone_is_told_and_kept(tmp_path):
    found(tmp_path, AN, AN_AGAIN)
    found(tmp_path, AN, AN_AGAIN, decisions=fill(tmp_path, "Trùng", "Hai người"))
    outcome = found(tmp_path, AN, CUONG)
    assert [notice.code for notice in outcome.notices] == ["decisions_unplaced"]
    store = json.loads((tmp_path / "out" / "pairs-decisions.json").read_text(encoding="utf-8"))
    assert [d["ruling"] for d in store["decisions"]] == ["two"]
    assert "Nguyễn Hòa An" in store["decisions"][0]["about"]


def test_still_unknown_stands_in_the_workbook_again(tmp_path):
    found(tmp_path, AN, AN_AGAIN)
    found(tmp_path, AN, AN_AGAIN, decisions=fill(tmp_path, "Trùng", "Chưa rõ", "chờ thôn"))
    sheet = openpyxl.load_workbook(tmp_path / "out" / "pairs.xlsx")["Trùng"]
    assert {"Chưa rõ", "chờ thôn"} <= {cell.value for cell in sheet[3]}


def test_decisions_of_another_folder_may_be_given(tmp_path):
    found(tmp_path, AN, AN_AGAIN)
    found(tmp_path, AN, AN_AGAIN, decisions=fill(tmp_path, "Trùng", "Hai người"))
    store = tmp_path / "thang-5.json"
    (tmp_path / "out" / "pairs-decisions.json").rename(store)
    found(tmp_path, AN, AN_AGAIN, decisions=store)
    assert pairs(tmp_path).is_empty()


@pytest.mark.parametrize("ruling", ["hai nguoi", " HAI NGƯỜI "])
def test_decision_typed_by_hand_is_understood(tmp_path, ruling):
    found(tmp_path, AN, AN_AGAIN)
    found(tmp_path, AN, AN_AGAIN, decisions=fill(tmp_path, "Trùng", ruling))
    assert pairs(tmp_path).is_empty()


def test_words_that_are_no_decision_are_told_and_not_guessed(tmp_path):
    found(tmp_path, AN, AN_AGAIN)
    outcome = found(tmp_path, AN, AN_AGAIN, decisions=fill(tmp_path, "Trùng", "chắc vậy"))
    assert [notice.code for notice in outcome.notices] == ["decision_word"]
    assert pairs(tmp_path)["verdict"].to_list() == ["same"]


def test_workbook_that_holds_no_decisions_is_refused_and_nothing_is_written(tmp_path):
    other = tmp_path / "khac.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Họ và tên", "Ngày sinh"])
    book.save(other)
    with pytest.raises(Refused):
        found(tmp_path, AN, AN_AGAIN, decisions=other)
    assert not (tmp_path / "out").exists()


def test_list_in_which_nobody_can_be_told_from_another_is_refused(tmp_path):
    with pytest.raises(Refused) as caught:
        found(tmp_path, {"full_name": "Nguyễn Hòa An"}, {"full_name": "Lê Văn Cường"})
    assert caught.value.notice.code == "link_nothing_to_compare"
    assert not (tmp_path / "out").exists()


def test_list_without_any_pair_is_told_so(tmp_path):
    outcome = found(tmp_path, AN, CUONG)
    assert outcome.in_words().startswith("Đã so 2 người trong “a.parquet”: 0 cặp")
    assert pairs(tmp_path).is_empty()


def test_two_benefits_of_one_person_are_no_duplicate(tmp_path):
    person = {name: AN[name] for name in ("full_name", "birth_date", "sex", "personal_id", "hamlet")}
    rows = [
        person | {"category": "Người đơn thân nghèo đang nuôi con", "decision_no": "1/QĐ-UBND"},
        person | {"category": "Người khuyết tật nặng", "decision_no": "2/QĐ-UBND"},
        person | {"category": "Người khuyết tật nặng", "decision_no": "3/QĐ-UBND"},
    ]
    options = Options(on=ON, out=tmp_path / "out")
    duplicates(opened(tmp_path / "a.parquet", "beneficiaries", *rows), options, lambda text: None)
    assert pairs(tmp_path).select("row_a", "row_b", "verdict").rows() == [(2, 3, "same")]
