"""The .ics file, read back by rules of RFC 5545."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.calendar import Calendar, calendar
from sosach.campaign.event import Event, EventKind
from sosach.campaign.extension import Extension
from sosach.campaign.icalendar import as_icalendar
from sosach.campaign.plan import read_plan
from sosach.campaign.weeks import VIETNAM
from tests.campaign.plans import CAO_DUC, SAMPLE

PLAN = read_plan(CAO_DUC)
STAMP = datetime(2026, 6, 1, tzinfo=VIETNAM)
FILE = as_icalendar(calendar(PLAN), PLAN, STAMP)


@dataclass
class Component:
    """A component of the file with its properties, parameters kept in the name."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    inner: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list["Component"]:
        return [component for component in self.inner if component.name == name]


def parsed(file: bytes) -> Component:
    """The calendar in a file; unfolds, and fails on what is not nested or stands twice."""
    lines = file.decode("utf-8").replace("\r\n ", "").split("\r\n")
    assert lines.pop() == ""
    open_components = [Component("")]
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_components.append(Component(value))
        elif name == "END":
            done = open_components.pop()
            assert done.name == value
            open_components[-1].inner.append(done)
        else:
            assert name not in open_components[-1].properties
            open_components[-1].properties[name] = value
    (whole,) = open_components[0].inner
    return whole


def text(value: str) -> str:
    """A text value without its escapes."""
    return value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")


def file_of(*events: Event) -> bytes:
    return as_icalendar(Calendar(events, (), (), ()), PLAN, STAMP)


def test_lines_end_with_both_marks_and_are_no_longer_than_75_octets():
    assert FILE.endswith(b"\r\n")
    assert b"\n" not in FILE.replace(b"\r\n", b"")
    assert max(len(line) for line in FILE.split(b"\r\n")) <= 75


def test_head_names_version_and_program():
    whole = parsed(FILE)
    assert whole.name == "VCALENDAR"
    assert whole.properties["VERSION"] == "2.0"
    assert "PRODID" in whole.properties


def test_every_event_of_the_calendar_is_there_with_what_the_standard_requires():
    events = parsed(FILE).all("VEVENT")
    assert len(events) == len(calendar(PLAN).events)
    for event in events:
        assert {"UID", "DTSTAMP", "SUMMARY"} <= event.properties.keys()
        assert event.properties["DTSTAMP"] == "20260531T170000Z"
    assert len({event.properties["UID"] for event in events}) == len(events)


def test_whole_day_ends_on_the_next_one():
    events = {text(e.properties["SUMMARY"]): e.properties for e in parsed(FILE).all("VEVENT")}
    sent = events["Chuyển danh sách cho Công an xã, sổ trẻ em"]
    assert (sent["DTSTART;VALUE=DATE"], sent["DTEND;VALUE=DATE"]) == ("20260618", "20260619")


def test_report_before_ten_is_told_in_vietnams_time_with_its_zone():
    whole = parsed(FILE)
    (zone,) = whole.all("VTIMEZONE")
    (standard,) = zone.all("STANDARD")
    assert zone.properties["TZID"] == "Asia/Ho_Chi_Minh"
    assert standard.properties["TZOFFSETTO"] == "+0700"
    report = next(e for e in whole.all("VEVENT") if e.properties["CATEGORIES"] == "weekly_report")
    assert report.properties["DTEND;TZID=Asia/Ho_Chi_Minh"] == "20260605T100000"


def test_event_that_was_moved_keeps_its_uid():
    extended = as_icalendar(calendar(PLAN, [Extension("children", date(2026, 7, 10), "1", "x")]), PLAN, STAMP)

    def due(file: bytes) -> dict[str, str]:
        found = [e.properties for e in parsed(file).all("VEVENT") if e.properties["CATEGORIES"] == "update_due"]
        return {e["UID"]: e["DTSTART;VALUE=DATE"] for e in found if "trẻ em" in e["SUMMARY"]}

    before, after = due(FILE), due(extended)
    (moved,) = before.keys() & after.keys()
    assert (before[moved], after[moved]) == ("20260617", "20260710")


def test_two_communes_do_not_share_uids():
    other = read_plan(SAMPLE)
    theirs = parsed(as_icalendar(calendar(other), other, STAMP)).all("VEVENT")
    ours = parsed(FILE).all("VEVENT")
    assert {e.properties["UID"] for e in ours} & {e.properties["UID"] for e in theirs} == set()


def test_same_plan_gives_the_same_file():
    assert as_icalendar(calendar(PLAN), PLAN, STAMP.astimezone(UTC)) == FILE


def test_hour_at_the_beginning_of_a_day_does_not_begin_the_day_before():
    event = Event("k", date(2026, 6, 5), EventKind.WEEKLY_REPORT, "T", hour=time(0, 10))
    found = parsed(file_of(event)).all("VEVENT")[0].properties
    assert found["DTSTART;TZID=Asia/Ho_Chi_Minh"] == "20260605T000000"


@pytest.mark.parametrize("title", ["a,b;c\\d", "dòng một\ndòng hai", "“Kết thúc”: xong"])
def test_marks_of_the_format_within_a_title_are_escaped(title):
    event = Event("k", date(2026, 6, 5), EventKind.UPDATE_DUE, title)
    assert text(parsed(file_of(event)).all("VEVENT")[0].properties["SUMMARY"]) == title


@given(st.text(st.sampled_from("aăấđợ€😀 ,;:"), min_size=1, max_size=200))
def test_folding_breaks_no_letter_and_loses_none(title):
    file = file_of(Event("k", date(2026, 6, 5), EventKind.UPDATE_DUE, title))
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    for line in file.split(b"\r\n"):
        line.decode("utf-8")
    assert text(parsed(file).all("VEVENT")[0].properties["SUMMARY"]) == title
