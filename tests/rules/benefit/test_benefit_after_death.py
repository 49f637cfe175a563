import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "benefit_after_death"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An", "benefit_status": "Đang hưởng"}


@pytest.mark.parametrize("facts", [{"status": "Đã mất"}, {"note": "Đã chết ngày 12/3/2026"}])
def test_benefit_is_still_drawn(facts):
    found = check_broken(CODE, **LE_AN, **facts)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "out_of_scope", "benefit_status")


def test_message_accuses_nobody():
    said = check_message(CODE, **LE_AN, status="Đã mất")
    assert said == ("Hồ sơ ghi đã mất nhưng trạng thái vẫn là “đang hưởng”; cần trích lục khai tử để xem lại.")


@pytest.mark.parametrize("state", ["Thôi hưởng", "Tạm dừng", None])
def test_benefit_that_was_stopped_and_the_empty_cell(state):
    check_silent(CODE, **{**LE_AN, "benefit_status": state}, status="Đã mất")


@pytest.mark.parametrize("note", ["Vợ đã mất", None])
def test_death_of_a_relative(note):
    check_silent(CODE, **LE_AN, note=note)
