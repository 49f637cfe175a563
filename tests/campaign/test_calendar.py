"""The calendar as a whole."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.calendar import calendar
from sosach.campaign.event import EventKind
from sosach.campaign.extension import Extension
from sosach.campaign.plan import read_plan
from tests.campaign.plans import CAO_DUC, SAMPLE, UNIT, plan_of, read

PLAN = read_plan(CAO_DUC)


def test_made_up_commune_has_the_same_calendar():
    assert calendar(read_plan(SAMPLE)) == calendar(PLAN)


def test_every_kind_of_date_is_there_in_order():
    events = calendar(PLAN).events
    assert {event.kind for event in events} == set(EventKind)
    assert [event.day for event in events] == sorted(event.day for event in events)


def test_keys_are_unique():
    keys = [event.key for event in calendar(PLAN).events]
    assert len(set(keys)) == len(keys)


def test_plan_as_written_has_one_conflict():
    assert [conflict.register for conflict in calendar(PLAN).conflicts] == ["children"]


def test_extension_moves_reports_too():
    until = date(2026, 8, 20)
    events = calendar(PLAN, [Extension("beneficiaries", until, "1", "x")]).events
    assert max(e.day for e in events if e.kind is EventKind.WEEKLY_REPORT) == date(2026, 8, 21)
    assert [e.day for e in events if e.kind is EventKind.FINAL_REPORT] == [date(2026, 9, 14)]


def test_years_whose_holidays_are_not_decided_are_told(tmp_path):
    plan = plan_of(
        tmp_path,
        starts="2027-01-25",
        due="2027-02-28",
        phases={"review": ("2027-01-28", "2027-02-11")},
        during='["review"]',
    )
    assert calendar(plan).uncertain_years == (2027,)
    assert calendar(PLAN).uncertain_years == ()


def test_plan_without_registers_has_no_dates(tmp_path):
    assert calendar(read(tmp_path, UNIT)).events == ()


@given(st.integers(-60, 700))
def test_whenever_the_campaign_runs_events_lie_on_working_days_or_where_phases_begin_and_end(shift):
    def moved(day: date) -> date:
        return date.fromordinal(day.toordinal() + shift)

    registers = {}
    for name, schedule in PLAN.registers.items():
        phases = tuple(replace(p, starts=moved(p.starts), ends=moved(p.ends)) for p in schedule.phases)
        readings = tuple(replace(r, last_day=moved(r.last_day)) for r in schedule.readings)
        days = {"starts": moved(schedule.starts), "ends": moved(schedule.ends), "due": moved(schedule.due)}
        registers[name] = replace(schedule, phases=phases, readings=readings, **days)
    plan = replace(PLAN, registers=registers)
    events = calendar(plan).events
    assert len({event.key for event in events}) == len(events)
    for event in events:
        if event.kind not in (EventKind.PHASE_START, EventKind.PHASE_END):
            assert plan.holidays.is_working_day(event.day), event
        assert (event.moved_from is None) == (event.note is None)
