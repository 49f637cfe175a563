"""The calendar as a file for calendars on phones and computers (RFC 5545).

Every event keeps its UID however often it is moved, so that a file that is imported again moves the event instead of
doubling it. Hours are given in Asia/Ho_Chi_Minh, with the definition of that zone in the file.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from sosach.campaign.calendar import Calendar
from sosach.campaign.event import Event
from sosach.campaign.plan import Plan

_ZONE = "Asia/Ho_Chi_Minh"
_LINE = 75  # octets, the break not counted (RFC 5545, 3.1)
_ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{_ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def as_icalendar(calendar: Calendar, plan: Plan, stamp: datetime) -> bytes:
    """The file.

    Args:
        calendar: of the campaign.
        plan: it was made from.
        stamp: when the file was made, with its time zone; clients take the newer of two versions of an event.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//So Sach//sosach//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(f'Chiến dịch làm sạch dữ liệu, {plan.unit.name}')}",
        f"X-WR-TIMEZONE:{_ZONE}",
        *_ZONE_LINES,
    ]
    for event in calendar.events:
        lines += _event(event, plan, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(event: Event, plan: Plan, stamp: datetime) -> Iterator[str]:
    utc = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, f'sosach:{plan.unit.code}/{event.key}')}"
    yield f"DTSTAMP:{utc}"
    yield f"LAST-MODIFIED:{utc}"
    yield from _when(event)
    yield f"SUMMARY:{_escaped(event.title)}"
    if description := _description(event, plan):
        yield f"DESCRIPTION:{_escaped(description)}"
    yield f"CATEGORIES:{event.kind.value}"
    yield "TRANSP:TRANSPARENT"
    yield from _reminder(event)
    yield "END:VEVENT"


def _when(event: Event) -> Iterator[str]:
    if event.hour is None:
        yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
        return
    ends = datetime.combine(event.day, event.hour)
    begins = max(ends - timedelta(minutes=30), datetime.combine(event.day, time.min))
    yield f"DTSTART;TZID={_ZONE}:{begins:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID={_ZONE}:{ends:%Y%m%dT%H%M%S}"


def _reminder(event: Event) -> Iterator[str]:
    """The afternoon before: 15:00 for a whole day, a day before an hour."""
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(event.title)}"
    yield f"TRIGGER:{'-P1D' if event.hour else '-PT9H'}"
    yield "END:VALARM"


def _description(event: Event, plan: Plan) -> str:
    who = plan.organisations[event.organisation].name if event.organisation else None
    told = (who and f"Thực hiện: {who}.", event.note and f"{event.note[:1].upper()}{event.note[1:]}.")
    return "\n".join(line for line in told if line)


def _escaped(text: str) -> str:
    """A text value (RFC 5545, 3.3.11)."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> str:
    """A line broken so that no part is longer than 75 octets; letters of several octets stay whole."""
    parts, part, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LINE:
            parts.append(part)
            part, size = " ", 1
        part += letter
        size += octets
    return "\r\n".join([*parts, part])
