"""The days on which lists go to the police and come back, with what a public holiday does to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from sosach.campaign.hand_over import HandOver
from sosach.campaign.holiday_rule import HolidayRule
from sosach.campaign.schedule import Phase, Schedule

Span = tuple[date, date]  # first and last day


@dataclass(frozen=True, slots=True)
class Cycle:
    """A list that leaves and comes back."""

    send: date
    back: date
    send_by_plan: date  # before a holiday moved it
    back_by_plan: date


def cycles(schedule: Schedule, rule: HolidayRule, until: date | None = None) -> tuple[Cycle, ...]:
    """The cycles of a register: every one whose day to send lies in a phase that lists leave in.

    Args:
        schedule: of the register.
        rule: for holidays.
        until: the deadline, where it was extended: lists then go on leaving every week, as long as they come back by
            that day.
    """
    hand_over = schedule.hand_over
    if hand_over is None:
        return ()
    phases = [phase for phase in schedule.phases if phase.name in hand_over.during]
    found = list(cycles_within(hand_over, rule, phases))
    if until is not None and phases:
        more = (max(phase.ends for phase in phases) + timedelta(days=1), until)
        found += [cycle for cycle in _in_span(hand_over, rule, more) if cycle.back <= until]
    return tuple(found)


def cycles_within(hand_over: HandOver, rule: HolidayRule, phases: Sequence[Phase]) -> tuple[Cycle, ...]:
    """The cycles whose day to send lies in one of the phases."""
    spans = _joined(sorted((phase.starts, phase.ends) for phase in phases))
    return tuple(cycle for span in spans for cycle in _in_span(hand_over, rule, span))


def cycles_after(hand_over: HandOver, rule: HolidayRule, first: date, count: int) -> tuple[Cycle, ...]:
    """The next cycles that can begin on a day or later."""
    return tuple(islice(_in_span(hand_over, rule, (first, date.max)), count))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Phases that overlap or follow one another day by day are one span, so that a moved day may cross over."""
    found: list[Span] = []
    for first, last in spans:
        if found and first <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _in_span(hand_over: HandOver, rule: HolidayRule, span: Span) -> Iterator[Cycle]:
    sent: date | None = None
    for day in _weekdays(span, hand_over.send):
        send = _send_day(rule, day, span)
        if send is None or (sent is not None and send <= sent):
            continue
        sent = send
        back = hand_over.back_on(day)
        yield Cycle(send, rule.moved(back, rule.back), day, back)


def _weekdays(span: Span, weekday: int) -> Iterator[date]:
    first, last = span
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(days=7)


def _send_day(rule: HolidayRule, day: date, span: Span) -> date | None:
    """The day, moved where it must be but not out of the span; None where no working day is left."""
    other = "next" if rule.send == "previous" else "previous"
    for direction in (rule.send, other):
        moved = rule.moved(day, direction)
        if span[0] <= moved <= span[1]:
            return moved
    return None
