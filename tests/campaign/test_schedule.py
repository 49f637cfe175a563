"""Phases and deadlines of a register as a plan says them."""

from datetime import date

import pytest

from sosach.campaign.plan import read_plan
from tests.campaign.plans import CAO_DUC, OFFICES, PUBLISHED, SAMPLE, UNIT, read, refusal

PLAN = PUBLISHED.read_text(encoding="utf-8").replace("*", "")


def test_children_are_exported_then_reviewed_for_three_days():
    children = read_plan(CAO_DUC).registers["children"]
    assert [(phase.name, phase.starts, phase.ends) for phase in children.phases] == [
        ("export", date(2026, 6, 4), date(2026, 6, 15)),
        ("review", date(2026, 6, 16), date(2026, 6, 18)),
    ]


def test_before_and_until_the_eighteenth_are_two_last_days():
    readings = read_plan(CAO_DUC).registers["children"].readings
    assert [reading.last_day for reading in readings] == [date(2026, 6, 17), date(2026, 6, 18)]


@pytest.mark.parametrize("register", ["children", "beneficiaries"])
def test_words_of_deadlines_and_of_whom_the_plan_means_are_the_plans_own(register):
    schedule = read_plan(CAO_DUC).registers[register]
    for text in [reading.words for reading in schedule.readings] + [target.text for target in schedule.targets]:
        assert text in PLAN


def test_made_up_commune_works_by_the_same_plan():
    ours, theirs = read_plan(SAMPLE), read_plan(CAO_DUC)
    assert (ours.registers, ours.reports, ours.organisations) == (
        theirs.registers,
        theirs.reports,
        theirs.organisations,
    )


def schedule(lines: str) -> str:
    return f"{UNIT}{OFFICES}[registers.children]\nstarts = 2026-06-04\ndue = 2026-06-18\n{lines}\n"


def test_phase_is_found_by_its_name(tmp_path):
    plan = read(tmp_path, schedule('phases = [{ name = "review", starts = 2026-06-16, ends = 2026-06-18 }]'))
    review = plan.registers["children"].phase("review")
    assert review is not None
    assert review.ends == date(2026, 6, 18)
    assert plan.registers["children"].phase("export") is None


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("ends = 2026-06-03", "children.ends"),
        ('organisation = "cong_an"', "children.organisation"),
        ('phases = [{ name = "ra soat", starts = 2026-06-16, ends = 2026-06-18 }]', "phases[1].name"),
        ('phases = [{ name = "review", starts = 2026-06-16, ends = 2026-06-15 }]', "phases[1].ends"),
        ('phases = [{ name = "review", starts = 2026-06-01, ends = 2026-06-15 }]', "phases[1].starts"),
        (
            'phases = [{ name = "review", starts = 2026-06-16, ends = 2026-06-18 }, '
            '{ name = "review", starts = 2026-06-16, ends = 2026-06-18 }]',
            "phases[2].name",
        ),
        ('readings = [{ words = "trước", last_day = 2026-06-19 }]', "readings[1].last_day"),
        ('targets = [{ text = "T", group = "khong_co_so" }]', "targets[1].group"),
        ('note = "x"', "children.note"),
    ],
)
def test_slip_is_refused_with_its_place(tmp_path, lines, place):
    assert place in refusal(tmp_path, schedule(lines)).message
