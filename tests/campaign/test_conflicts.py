"""What cannot work, proven."""

from datetime import date

import pytest

from sosach.campaign.conflicts import CONFLICTS, Conflict, conflicts
from sosach.campaign.extension import Extension
from sosach.campaign.plan import read_plan
from tests.campaign.plans import CAO_DUC, UNIT, plan_of, read

PLAN = read_plan(CAO_DUC)


def only(found: list[Conflict]) -> Conflict:
    assert len(found) == 1
    assert found[0].kind in CONFLICTS
    return found[0]


def test_no_child_of_the_plan_can_be_verified_in_time():
    conflict = only(list(conflicts(PLAN, "children", None)))
    assert (conflict.kind, conflict.register) == ("return_after_due", "children")
    assert (conflict.due, conflict.earliest) == (date(2026, 6, 18), date(2026, 6, 24))
    for proof in ("16/6/2026", "18/6/2026", "chỉ có một ngày", "thứ Năm 18/6/2026", "thứ Tư 24/6/2026", "06 ngày"):
        assert proof in conflict.message
    assert "trước ngày 18/06/2026” thì 07 ngày" in conflict.message


def test_lists_could_leave_during_the_export_or_the_deadline_could_move():
    earlier, extended = only(list(conflicts(PLAN, "children", None))).repairs
    assert [(cycle.send, cycle.back) for cycle in earlier.cycles] == [
        (date(2026, 6, 4), date(2026, 6, 10)),
        (date(2026, 6, 11), date(2026, 6, 17)),
    ]
    assert 'during = ["export", "review"]' in earlier.message
    assert extended.until == date(2026, 6, 26)


def test_beneficiaries_can_be_done_in_time():
    assert list(conflicts(PLAN, "beneficiaries", None)) == []


def test_proposed_extension_resolves_the_conflict():
    until = only(list(conflicts(PLAN, "children", None))).repairs[-1].until
    assert until is not None
    assert list(conflicts(PLAN, "children", Extension("children", until, "1", "x"))) == []


def test_extension_that_is_too_short_leaves_it():
    conflict = only(list(conflicts(PLAN, "children", Extension("children", date(2026, 6, 23), "1", "x"))))
    assert (conflict.due, conflict.earliest) == (date(2026, 6, 23), date(2026, 6, 24))
    assert "theo cách đọc" not in conflict.message


def test_lists_in_the_export_phase_leave_only_the_last_one_late(tmp_path):
    plan = plan_of(
        tmp_path,
        starts="2026-06-04",
        due="2026-06-18",
        phases={"export": ("2026-06-04", "2026-06-15"), "review": ("2026-06-16", "2026-06-18")},
        during='["export", "review"]',
    )
    conflict = only(list(conflicts(plan, "children", None)))
    assert conflict.kind == "last_return_after_due"
    assert "danh sách chuyển thứ Năm 18/6/2026 được trả thứ Tư 24/6/2026" in conflict.message
    assert [repair.kind for repair in conflict.repairs] == ["extension"]


def test_several_lists_all_of_them_late(tmp_path):
    plan = plan_of(
        tmp_path,
        starts="2026-06-04",
        due="2026-06-19",
        phases={"review": ("2026-06-17", "2026-06-26")},
        during='["review"]',
    )
    found = {conflict.kind: conflict for conflict in conflicts(plan, "children", None)}
    assert "sớm nhất là thứ Năm 18/6/2026" in found["return_after_due"].message
    assert found["update_before_review_ends"].earliest == date(2026, 6, 26)


def test_phase_without_a_thursday_has_no_day_to_send(tmp_path):
    plan = plan_of(
        tmp_path,
        starts="2026-06-04",
        due="2026-06-30",
        phases={"review": ("2026-06-15", "2026-06-17")},
        during='["review"]',
    )
    conflict = only(list(conflicts(plan, "children", None)))
    assert (conflict.kind, conflict.earliest) == ("no_send_day", date(2026, 6, 24))
    assert "không có ngày thứ Năm nào" in conflict.message


def test_phase_in_tet_has_no_working_day(tmp_path):
    plan = plan_of(
        tmp_path,
        starts="2026-02-16",
        due="2026-03-31",
        phases={"export": ("2026-02-16", "2026-02-20"), "review": ("2026-02-23", "2026-03-06")},
        during='["review"]',
    )
    conflict = only(list(conflicts(plan, "children", None)))
    assert (conflict.kind, conflict.earliest) == ("phase_without_working_day", date(2026, 2, 23))


@pytest.mark.parametrize("register", ["children", "beneficiaries"])
def test_register_without_hand_over_needs_no_thursday(register, tmp_path):
    plan = read(tmp_path, f"{UNIT}[registers.{register}]\nstarts = 2026-06-04\ndue = 2026-06-18\n")
    assert list(conflicts(plan, register, None)) == []
