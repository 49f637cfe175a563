import pytest

from tests.rules.tools import check_broken, check_message, check_silent, findings

CODE = "status_deceased"


@pytest.mark.parametrize("facts", [{"status": "Đã chết"}, {"status": "Đã mất"}, {"note": "Đã mất tháng 3/2026"}])
def test_record_says_that_the_child_has_died(facts):
    found = check_broken(CODE, full_name="Lê An", **facts)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "out_of_scope", "status")


def test_message_asks_for_the_paper_and_concludes_nothing():
    said = check_message(CODE, full_name="Lê An", status="Đã mất")
    assert said == "Cột “Trạng thái” ghi “Đã mất”; cần trích lục khai tử để kết thúc quản lý."


def test_state_of_the_benefit_says_so():
    said = check_message(CODE, register="beneficiaries", full_name="Lê An", benefit_status="Đã chết 12/2025")
    assert "Trạng thái hưởng ghi “Đã chết 12/2025”" in said


@pytest.mark.parametrize("note", ["Mồ côi mẹ", "Bố đã mất", "Mất thẻ BHYT", "Mất sức lao động", None])
def test_relatives_lost_cards_and_the_empty_cell(note):
    check_silent(CODE, full_name="Lê An", status="Đang quản lý", note=note)


def test_benefit_that_is_still_drawn_is_said_once():
    facts = {"full_name": "Lê An", "benefit_status": "Đang hưởng", "note": "Đã mất tháng 3/2026"}
    found = findings([facts], register="beneficiaries", codes={CODE, "benefit_after_death"})
    assert [f["rule"] for f in found] == ["benefit_after_death"]
