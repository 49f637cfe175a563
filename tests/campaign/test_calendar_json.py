"""The calendar for scripts."""

import json

from sosach.campaign.calendar import calendar
from sosach.campaign.calendar_json import as_json
from sosach.campaign.plan import read_plan
from tests.campaign.plans import CAO_DUC

TOLD = json.loads(json.dumps(as_json(calendar(read_plan(CAO_DUC)))))


def test_promised_keys_are_there():
    assert all(
        {"date", "time", "kind", "register", "organisation", "title"} <= event.keys() for event in TOLD["events"]
    )
    assert all({"kind", "register", "due", "earliest", "message"} <= c.keys() for c in TOLD["conflicts"])


def test_days_and_hours_are_text_that_sorts():
    report = next(event for event in TOLD["events"] if event["kind"] == "weekly_report")
    assert (report["date"], report["time"], report["register"]) == ("2026-06-05", "10:00", None)


def test_conflict_of_the_plan():
    (conflict,) = TOLD["conflicts"]
    assert (conflict["register"], conflict["due"], conflict["earliest"]) == ("children", "2026-06-18", "2026-06-24")
    assert conflict["repairs"][0]["cycles"][0] == {"send": "2026-06-04", "back": "2026-06-10"}
    assert conflict["repairs"][1]["until"] == "2026-06-26"


def test_both_readings_are_told():
    assert {"section": "II.1", "register": "children", "dates": ["2026-06-17", "2026-06-18"]}.items() <= (
        next(found for found in TOLD["two_readings"] if found["register"] == "children").items()
    )
