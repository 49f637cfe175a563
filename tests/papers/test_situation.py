"""What a report is written from."""

from dataclasses import replace
from datetime import date

from sosach.campaign.extension import Extension
from tests.papers import model


def test_the_plan_of_the_mission_cannot_be_kept_and_is_told_so_until_it_is_extended():
    conflict = model.situation().conflict("children")
    assert (conflict.due, conflict.earliest) == (date(2026, 6, 18), date(2026, 6, 24))
    extension = Extension("children", date(2026, 7, 10), "Công văn số 1/SYT", "")
    assert model.situation(extensions=(extension,)).conflict("children") is None


def test_the_next_list_leaves_on_the_thursday_after_the_cut_off():
    assert model.situation().next_cycle("children").send == date(2026, 6, 25)


def test_a_register_that_goes_to_nobody_has_no_next_list():
    plan = model.plan()
    alone = replace(plan, registers={"children": replace(plan.registers["children"], hand_over=None)})
    assert model.situation(plan=alone).next_cycle("children") is None
    assert model.situation(plan=alone).next_cycle("beneficiaries") is None
    assert model.situation(plan=alone).conflict("beneficiaries") is None
