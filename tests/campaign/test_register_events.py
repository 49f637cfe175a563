"""The dates of one register."""

from datetime import date

from sosach.campaign.event import EventKind
from sosach.campaign.extension import Extension
from sosach.campaign.plan import read_plan
from sosach.campaign.register_events import due_readings, register_events
from tests.campaign.plans import CAO_DUC, plan_of

PLAN = read_plan(CAO_DUC)
EXTENDED = Extension("children", date(2026, 7, 10), "Công văn số 1/SYT", "danh sách chưa trả")


def dates(kind: EventKind, register: str = "children", extension: Extension | None = None) -> list[str]:
    return [event.day.isoformat() for event in register_events(PLAN, register, extension) if event.kind is kind]


def test_children_as_written():
    assert dates(EventKind.PHASE_START) == ["2026-06-04", "2026-06-16"]
    assert dates(EventKind.PHASE_END) == ["2026-06-15", "2026-06-18"]
    assert dates(EventKind.POLICE_SEND) == ["2026-06-18"]
    assert dates(EventKind.POLICE_RETURN) == ["2026-06-24"]
    assert dates(EventKind.UPDATE_DUE) == ["2026-06-17", "2026-06-18"]


def test_beneficiaries_as_written():
    assert dates(EventKind.POLICE_SEND, "beneficiaries") == ["2026-07-02", "2026-07-09"]
    assert dates(EventKind.POLICE_RETURN, "beneficiaries") == ["2026-07-08", "2026-07-15"]
    assert dates(EventKind.UPDATE_DUE, "beneficiaries") == ["2026-07-30", "2026-07-31"]


def test_both_readings_of_the_deadline_are_told_in_the_plans_own_words():
    titles = [e.title for e in register_events(PLAN, "children", None) if e.kind is EventKind.UPDATE_DUE]
    assert "trước ngày 18/06/2026" in titles[0]
    assert "hết ngày 17/6/2026" in titles[0]
    assert "đến ngày 18/06/2026" in titles[1]
    assert "hết ngày 18/6/2026" in titles[1]


def test_day_that_a_plan_names_is_a_reading_even_if_no_sentence_counts_it_in():
    readings = due_readings(PLAN.registers["beneficiaries"])
    assert [str(reading) for reading in readings][1] == "tính cả ngày được nêu"


def test_extension_replaces_the_deadline_and_lets_lists_go_on():
    assert dates(EventKind.UPDATE_DUE, extension=EXTENDED) == ["2026-07-10"]
    assert dates(EventKind.POLICE_SEND, extension=EXTENDED) == ["2026-06-18", "2026-06-25", "2026-07-02"]
    due = next(e for e in register_events(PLAN, "children", EXTENDED) if e.kind is EventKind.UPDATE_DUE)
    assert due.moved_from == date(2026, 6, 18)
    assert due.note == "gia hạn theo Công văn số 1/SYT: danh sách chưa trả"


def test_one_deadline_said_once_needs_no_readings(tmp_path):
    plan = plan_of(
        tmp_path,
        starts="2026-06-04",
        due="2026-06-30",
        phases={"review": ("2026-06-04", "2026-06-18")},
        during='["review"]',
    )
    due = [event for event in register_events(plan, "children", None) if event.kind is EventKind.UPDATE_DUE]
    assert [(event.day, event.title) for event in due] == [(date(2026, 6, 30), "Hạn cập nhật lên phần mềm, sổ trẻ em")]


def test_holiday_moves_a_hand_over_and_says_by_which_rule(tmp_path):
    plan = plan_of(
        tmp_path,
        starts="2027-01-25",
        due="2027-02-28",
        phases={"review": ("2027-01-28", "2027-02-11")},
        during='["review"]',
    )
    events = {event.key: event for event in register_events(plan, "children", None)}
    sent = events["police_send/children/2027-02-04"]
    assert (sent.day, sent.moved_from) == (date(2027, 2, 3), date(2027, 2, 4))
    assert sent.note == "thứ Năm 04/02/2027 là ngày nghỉ (29 Tết), chuyển sang ngày làm việc liền trước"
    back = events["police_return/children/2027-02-04"]
    assert (back.day, back.moved_from) == (date(2027, 2, 11), date(2027, 2, 10))
    assert "liền sau" in (back.note or "")


def test_deadline_on_a_sunday_is_met_on_friday(tmp_path):
    plan = plan_of(
        tmp_path,
        starts="2026-06-04",
        due="2026-06-28",
        phases={"review": ("2026-06-04", "2026-06-18")},
        during='["review"]',
    )
    due = next(event for event in register_events(plan, "children", None) if event.kind is EventKind.UPDATE_DUE)
    assert (due.day, due.moved_from) == (date(2026, 6, 26), date(2026, 6, 28))
