import pytest

from tests.rules.tools import check_broken, check_message, check_silent, findings

CODE = "record_code_twice"
ONE = {"record_code": "TE27000001", "full_name": "Lê An", "birth_date": "16/08/2015"}
OTHER = {"record_code": "TE27000001", "full_name": "Trần Bình", "birth_date": "17/09/2016"}


def test_one_code_for_two_people():
    found = check_broken(CODE, rows=[ONE, OTHER])
    assert (found["severity"], found["group"], found["other_row"]) == ("error", "duplicate", 6)


def test_message():
    assert "Mã hồ sơ TE27000001 đứng ở dòng này và ở dòng 6" in check_message(CODE, rows=[ONE, OTHER])


@pytest.mark.parametrize("code", ["-", "0", "x", None])
def test_placeholders_and_empty_cells_are_no_codes(code):
    check_silent(CODE, rows=[{**ONE, "record_code": code}, {**OTHER, "record_code": code}])


def test_two_codes():
    check_silent(CODE, rows=[ONE, {**OTHER, "record_code": "TE27000002"}])


def test_person_in_two_rows_is_said_once():
    number = {"personal_id": "027215600001"}
    found = findings([{**ONE, **number}, {**ONE, **number}], codes={CODE, "row_same_person"})
    assert {f["rule"] for f in found} == {"row_same_person"}


def test_persons_code_on_two_lines_of_benefits():
    elder = {"record_code": "BT00122", "full_name": "La Văn Trung", "birth_date": "15/12/1974"}
    lines = ["Người đơn thân nghèo đang nuôi con", "Người khuyết tật nặng"]
    check_silent(CODE, register="beneficiaries", rows=[{**elder, "category": line} for line in lines])
