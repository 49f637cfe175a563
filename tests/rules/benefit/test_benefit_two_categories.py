import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "benefit_two_categories"
ONE = {
    "full_name": "La Văn Trung",
    "birth_date": "15/12/1944",
    "sex": "Nam",
    "personal_id": "027044797699",
    "category": "Hưởng trợ cấp hưu trí xã hội",
    "benefit_status": "Đang hưởng",
}
OTHER = {**ONE, "category": "Người khuyết tật nặng"}


def lines(one, other):
    return {"register": "beneficiaries", "rows": [one, other]}


def test_two_benefits_that_are_not_drawn_together():
    found = check_broken(CODE, **lines(ONE, OTHER))
    assert (found["severity"], found["group"], found["other_row"]) == ("warning", "other", 6)


def test_message_names_both():
    said = check_message(CODE, **lines(ONE, OTHER))
    assert "“Hưởng trợ cấp hưu trí xã hội” ở dòng này và “Người khuyết tật nặng” ở dòng 6" in said
    assert "căn cứ đang chờ kiểm tra" in said


@pytest.mark.parametrize("category", ["Người khuyết tật nặng", "Người cao tuổi cô đơn"])
def test_poor_single_parent_may_draw_another(category):
    single = {**ONE, "category": "Người đơn thân nghèo đang nuôi con"}
    check_silent(CODE, **lines(single, {**ONE, "category": category}))


def test_carer_who_draws_for_herself_as_well():
    carer = {**ONE, "category": "Hộ gia đình chăm sóc người khuyết tật đặc biệt nặng"}
    check_silent(CODE, **lines(ONE, carer))


def test_stopped_benefit_is_not_drawn():
    check_silent(CODE, **lines(ONE, {**OTHER, "benefit_status": "Thôi hưởng"}))


def test_numberless_line_is_known_by_name_and_full_date():
    check_broken(CODE, **lines(ONE, {**OTHER, "personal_id": None}))
    check_silent(CODE, **lines({**ONE, "birth_date": "1944"}, {**OTHER, "birth_date": "1944", "personal_id": None}))


@pytest.mark.parametrize("facts", [{"personal_id": "027044600001"}, {"category": None}])
def test_two_people_and_empty_cells(facts):
    check_silent(CODE, **lines(ONE, {**OTHER, **facts}))


def test_one_benefit_twice_is_another_rule():
    check_silent(CODE, **lines(ONE, ONE))


def test_law_that_was_checked_needs_no_remark():
    orphan = {**ONE, "category": "Trẻ em mồ côi cả cha và mẹ"}
    assert "kiểm tra" not in check_message(CODE, **lines(orphan, OTHER))


def test_disease_is_not_named():
    said = check_message(CODE, **lines(ONE, {**OTHER, "category": "Người nhiễm HIV thuộc hộ nghèo"}))
    assert "HIV" not in said
