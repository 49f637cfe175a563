import pytest

from tests.rules.tools import check_broken, check_silent, findings

CODE = "personal_id_shared"
AN = {"full_name": "Nguyễn Văn An", "sex": "Nam", "birth_date": "16/08/2015", "personal_id": "027215600001"}
BINH = {"full_name": "Trần Gia Bình", "sex": "Nam", "birth_date": "02/03/2015", "personal_id": "027215600001"}
LAN = {"full_name": "Lê Thị Lan", "sex": "Nữ", "birth_date": "05/05/2018", "personal_id": "027215600001"}


def test_two_children_with_one_number():
    found = findings([AN, BINH], codes={CODE})
    assert [(f["row"], f["other_row"]) for f in found] == [(5, 6), (6, 5)]
    assert {(f["severity"], f["group"], f["field"]) for f in found} == {("error", "wrong_id", "personal_id")}
    assert "ở dòng 6 của một người khác" in str(found[0]["message"])


def test_number_fits_the_other_row_only():
    told = {f["row"]: str(f["message"]) for f in findings([AN, LAN], codes={CODE})}
    assert "của một người khác" in told[5]
    assert "khớp năm sinh, giới tính của dòng đó, nhưng không khớp dòng này" in told[6]


def test_other_sheet_is_named():
    found = check_broken(CODE, rows=[AN, BINH], sheets=["Thôn Đồng Sậy", "Thôn Gò Me"])
    assert "dòng 6, trang tính “Thôn Gò Me”" in str(found["message"])
    assert found["other_sheet"] == "Thôn Gò Me"


def test_nearest_of_several():
    rows = [AN, {"full_name": "Vũ Hoa", "personal_id": "027215600777"}, BINH, LAN]
    assert [(f["row"], f["other_row"]) for f in findings(rows, codes={CODE})] == [(5, 7), (7, 8), (8, 7)]


@pytest.mark.parametrize("written", [27215600001, "027 215 600 001", "CCCD: 027215600001"])
def test_number_written_otherwise_is_the_same_number(written):
    assert len(findings([AN, {**BINH, "personal_id": written}], codes={CODE})) == 2


def test_twins_with_one_number_are_an_error_in_one():
    twin = {**AN, "full_name": "Nguyễn Gia Bảo", "mother_name": "Đặng Thị Thúy"}
    assert len(findings([{**AN, "mother_name": "Đặng Thị Thúy"}, twin], codes={CODE})) == 2


def test_names_that_differ_by_a_mark_may_be_twins():
    hung = {**AN, "full_name": "Nguyễn Văn Hùng", "household_code": "H00001"}
    assert len(findings([hung, {**hung, "full_name": "Nguyễn Văn Hưng"}], codes={CODE})) == 2


def test_newborns_without_a_name_are_nobody_in_particular():
    baby = {**AN, "full_name": "Bé trai", "birth_date": "16/08/2015"}
    assert len(findings([baby, {**baby, "mother_name": "Lê Thị Mơ"}], codes={CODE})) == 2


def test_namesakes_of_different_days_may_be_one_person():
    found = check_broken(CODE, rows=[AN, {**AN, "birth_date": "17/08/2015"}])
    assert "cùng họ tên nhưng khác ngày sinh" in str(found["message"])


@pytest.mark.parametrize("again", [{}, {"full_name": "NGUYEN VAN AN"}, {"birth_date": "2015"}, {"birth_date": None}])
def test_one_person_written_twice_is_no_sharing(again):
    check_silent(CODE, rows=[AN, {**AN, **again}])


def test_one_person_with_two_lawful_benefits_is_no_sharing():
    poor = {"full_name": "Lê Thị Bé", "birth_date": "1938", "personal_id": "027138600001", "category": "5.5"}
    check_silent(CODE, register="beneficiaries", rows=[poor, {**poor, "category": "5.6"}])


def test_twins_with_neighbouring_numbers_share_nothing():
    check_silent(CODE, rows=[AN, {**BINH, "personal_id": "027215600002"}])


@pytest.mark.parametrize("cell", [None, "chưa có", "000000000000", "125"])
def test_empty_cells_and_placeholders_are_shared_by_nobody(cell):
    check_silent(CODE, rows=[{**AN, "personal_id": cell}, {**BINH, "personal_id": cell}])


def test_number_typed_a_thousand_times_still_gets_one_finding_a_row():
    rows = [{"full_name": f"Trẻ {'abcdefghij'[i % 10]}{i}", "personal_id": "027215600001"} for i in range(200)]
    assert len(findings(rows, codes={CODE})) == 200
