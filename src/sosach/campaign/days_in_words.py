"""Days and hours as papers and screens write them: “thứ Năm 18/6/2026”, “10 giờ 00”.

Decree 30/2020/NĐ-CP, Annex I: a day below 10 and the months 1 and 2 carry a zero.
"""

from datetime import date, time

WEEKDAYS = {
    "monday": "thứ Hai",
    "tuesday": "thứ Ba",
    "wednesday": "thứ Tư",
    "thursday": "thứ Năm",
    "friday": "thứ Sáu",
    "saturday": "thứ Bảy",
    "sunday": "Chủ nhật",
}

_NAMES = tuple(WEEKDAYS.values())


def weekday_name(day: date) -> str:
    """“thứ Năm”."""
    return _NAMES[day.weekday()]


def short(day: date) -> str:
    """The day as in papers.

    >>> short(date(2026, 6, 4)), short(date(2027, 2, 10))
    ('04/6/2026', '10/02/2027')
    """
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def long(day: date) -> str:
    """The day with its weekday.

    >>> long(date(2026, 6, 18))
    'thứ Năm 18/6/2026'
    """
    return f"{weekday_name(day)} {short(day)}"


def hour(moment: time) -> str:
    """The time of a day.

    >>> hour(time(10)), hour(time(9, 30))
    ('10 giờ 00', '09 giờ 30')
    """
    return f"{moment.hour:02} giờ {moment.minute:02}"
