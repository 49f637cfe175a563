import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.tools import check_broken, check_message, check_silent, findings

CODE = "row_same_person"

CHILD = {
    "full_name": "Trần Ngọc Lan Thảo",
    "birth_date": "08/09/2021",
    "sex": "Nữ",
    "personal_id": "027321985892",
    "birth_cert_no": "167/2021",
    "household_code": "H00088",
    "hamlet": "Thôn Giếng Đá",
    "father_name": "Trần Văn Dương",
    "father_birth_year": "1978",
    "mother_name": "Vũ Thị Lan",
    "mother_birth_year": "1986",
}

# The same child typed again elsewhere: no certificate, no household code.
AGAIN = {**CHILD, "birth_cert_no": None, "household_code": None, "hamlet": "Thôn Đầm Hến", "birth_date": "8/9/2021"}
NUMBERLESS = {**AGAIN, "personal_id": None}

TWINS = {"hamlet": "Thôn Giếng Đá", "household_code": "H00088", "birth_cert_no": None}


def pair(one, other, **facts):
    return [{**CHILD, **one}, {**AGAIN, **other, **facts}]


def named(name, **facts):
    return {"full_name": name, **facts}


@pytest.mark.parametrize("again", [AGAIN, NUMBERLESS, {**AGAIN, "full_name": "TRẦN NGỌC  LAN THẢO"}])
def test_same_child_in_another_hamlet_and_another_writing(again):
    found = check_broken(CODE, rows=[CHILD, again])
    assert (found["severity"], found["group"], found["field"]) == ("error", "duplicate", None)
    assert (found["row"], found["other_row"]) == (5, 6)


def test_both_rows_get_the_finding():
    found = findings([CHILD, NUMBERLESS], codes={CODE})
    assert [(f["row"], f["other_row"]) for f in found] == [(5, 6), (6, 5)]


@pytest.mark.parametrize(
    "name", ["Trần Ngọc Nan Thảo", "Trần Ngọc Lan Thao", "Trần Ngoc Lan Thảo", "Trần Ngọc Lan Thảoo"]
)
@pytest.mark.parametrize("again", [AGAIN, NUMBERLESS])
def test_one_slip_in_the_name(again, name):
    check_broken(CODE, rows=[CHILD, {**again, "full_name": name}])


def test_message_names_what_agrees_and_shows_both_names():
    said = check_message(CODE, rows=[CHILD, {**NUMBERLESS, "full_name": "Trần Ngọc Nan Thảo"}])
    assert said == (
        "Dòng này và dòng 6 giống nhau về ngày sinh, giới tính và cha mẹ, họ tên chỉ khác một chỗ viết "
        "(“Trần Ngọc Lan Thảo” và “Trần Ngọc Nan Thảo”), nên là một người ghi hai lần."
    )


def test_message_of_rows_on_two_sheets():
    said = check_message(CODE, rows=[CHILD, AGAIN], sheets=["Giếng Đá", "Đầm Hến"])
    assert "dòng 6, trang tính “Đầm Hến”" in said


def test_guardian_stands_for_parents():
    orphan = {"father_name": None, "mother_name": None, "guardian_name": "Từ Thị Trang", "full_name": "Từ Thành Xuân"}
    rows = [{**CHILD, **orphan}, {**NUMBERLESS, **orphan, "full_name": "Từ Thành Suân"}]
    assert "người giám hộ" in check_message(CODE, rows=rows)


def test_same_number_and_name_with_another_date_is_one_person():
    said = check_message(CODE, rows=[CHILD, {**AGAIN, "birth_date": "09/08/2021"}])
    assert "chỉ ghi khác ngày sinh" in said


def test_number_that_lost_its_zero_is_the_same_number():
    check_broken(CODE, rows=[CHILD, {**AGAIN, "personal_id": 27321985892, "full_name": "Trần Ngọc Nan Thảo"}])


def test_parents_name_no_two_children_alike():
    check_broken(CODE, rows=[CHILD, {**AGAIN, "personal_id": "027321985893"}])


def test_same_name_day_and_hamlet_with_the_family_left_out():
    alone = {"father_name": None, "mother_name": None, "personal_id": None, "hamlet": CHILD["hamlet"]}
    check_broken(CODE, rows=[CHILD, {**AGAIN, **alone}])


# Twins: the same parents, day, sex, hamlet and household, and names that parents choose to be alike.
ALIKE = [
    ("Lê Bảo An", "Lê Bảo Anh"),
    ("Lê Minh Trí", "Lê Minh Chí"),
    ("Lê Thị Hà", "Lê Thị Hạ"),
    ("Lê Vàng Sủ", "Lê Vàng Sú"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
@pytest.mark.parametrize(
    "numbers",
    [("027321985892", "027321985893"), ("027321985892", None), (None, None), (27321985892, "027321985893")],
)
def test_twins_are_two_children(one, other, numbers):
    first, second = ({**TWINS, "personal_id": number} for number in numbers)
    check_silent(CODE, rows=pair({**first, "full_name": one}, {**second, "full_name": other}))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_twins_who_were_given_one_number_by_mistake_stay_two(one, other):
    check_silent(CODE, rows=pair({**TWINS, "full_name": one}, {**TWINS, "full_name": other}))


def test_twins_with_certificates_of_their_own_in_two_hamlets():
    certified = {"birth_cert_no": "168/2021", "personal_id": None, "full_name": "Trần Ngọc Lan Thao"}
    check_silent(CODE, rows=[CHILD, {**AGAIN, **certified}])


def test_twins_of_two_sexes():
    check_silent(CODE, rows=pair(named("Lê Thanh An"), named("Lê Thành An", sex="Nam", personal_id=None)))


def test_unnamed_twins_are_two():
    unnamed = {"full_name": "Bé gái", "personal_id": None}
    check_silent(CODE, rows=[{**CHILD, **unnamed}, {**CHILD, **unnamed}])


@pytest.mark.parametrize(
    "facts",
    [
        {"birth_date": "04/11/2024", "personal_id": "027324985892"},
        {"mother_name": "Đoàn Thị Trân", "father_name": "Trần Văn Phong", "personal_id": "027321985893"},
        {"mother_name": "Đoàn Thị Trân", "father_name": None, "personal_id": None},
    ],
)
def test_namesakes(facts):
    check_silent(CODE, rows=[CHILD, {**AGAIN, **facts}])


def test_number_copied_to_a_namesake_of_another_age_is_no_duplicate():
    stranger = {"birth_date": "04/11/2014", "mother_name": "Đoàn Thị Trân", "father_name": "Trần Văn Phong"}
    check_silent(CODE, rows=[CHILD, {**AGAIN, **stranger}])


def test_names_two_slips_apart_are_left_to_people():
    check_silent(CODE, rows=[CHILD, {**NUMBERLESS, "full_name": "Trần Ngoc Nan Thảo"}])


@pytest.mark.parametrize("field", ["full_name", "birth_date"])
def test_empty_cells_are_not_the_same(field):
    empty = {field: None, "personal_id": None}
    check_silent(CODE, rows=[{**CHILD, **empty}, {**CHILD, **empty}])


ELDER = {
    "full_name": "La Văn Trung",
    "birth_date": "1944",
    "sex": "Nam",
    "personal_id": "027044797699",
    "hamlet": "Thôn Đồng Sậy",
    "category": "Người khuyết tật nặng",
}


def test_beneficiary_twice_by_the_number():
    said = check_message(CODE, register="beneficiaries", rows=[ELDER, {**ELDER, "birth_date": "15/12/1944"}])
    assert "họ tên, giới tính, số định danh và thôn" in said


def test_two_benefits_of_one_person_are_two_lines():
    other = {**ELDER, "category": "Người đơn thân nghèo đang nuôi con"}
    check_silent(CODE, register="beneficiaries", rows=[ELDER, other])


def test_carer_paid_for_two_people():
    carer = {**ELDER, "category": "Hộ gia đình chăm sóc người khuyết tật đặc biệt nặng"}
    rows = [{**carer, "decision_no": "12/QĐ-UBND"}, {**carer, "decision_no": "57/QĐ-UBND"}]
    check_silent(CODE, register="beneficiaries", rows=rows)


@pytest.mark.parametrize("birth", ["1944", "01/01/1944"])
def test_elders_of_one_name_and_year_in_one_hamlet(birth):
    rows = [{**ELDER, "birth_date": birth, "personal_id": None}, {**ELDER, "birth_date": birth}]
    check_silent(CODE, register="beneficiaries", rows=rows)


@given(st.permutations([CHILD, NUMBERLESS, {**CHILD, "full_name": "Lê Bảo An", "personal_id": "027321600001"}]))
def test_order_of_rows_does_not_matter(rows):
    found = findings(rows, codes={CODE})
    same = {5 + i for i, row in enumerate(rows) if row["full_name"] == CHILD["full_name"]}
    assert {f["row"] for f in found} == same
