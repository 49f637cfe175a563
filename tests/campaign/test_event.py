"""The order of events."""

from datetime import date

from sosach.campaign.event import Event, EventKind, in_order

DAY = date(2026, 6, 18)


def test_answers_come_in_before_the_next_list_leaves_and_a_phase_ends_last():
    kinds = [EventKind.PHASE_END, EventKind.POLICE_SEND, EventKind.POLICE_RETURN, EventKind.PHASE_START]
    events = in_order([Event(kind.value, DAY, kind, "") for kind in kinds])
    assert [event.kind for event in events] == [
        EventKind.PHASE_START,
        EventKind.POLICE_RETURN,
        EventKind.POLICE_SEND,
        EventKind.PHASE_END,
    ]


def test_kinds_are_those_that_scripts_rely_on():
    assert set(EventKind) == {
        "phase_start",
        "phase_end",
        "police_send",
        "police_return",
        "update_due",
        "weekly_report",
        "monthly_report",
        "final_report",
    }
