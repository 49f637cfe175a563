"""The day of which a file tells, as it stands above its heading: “Kết xuất …, ngày 04/6/2026”, “tính đến 04/6/2026”."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

_DAY = re.compile(
    r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)|ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?!\d)", re.IGNORECASE
)


def day_told(titles: Iterable[str], on: date) -> date | None:
    """The latest day that a title names, or None; days to come are no days of which a file can tell.

    Args:
        titles: what stands above the headings of the sheets.
        on: the day on which the file is taken in.

    >>> day_told(["DANH SÁCH TRẺ EM\\n(Kết xuất ngày 04/6/2026)"], date(2026, 6, 18))
    datetime.date(2026, 6, 4)
    """
    return max((day for title in titles for day in _days(title) if day <= on), default=None)


def _days(title: str) -> Iterator[date]:
    for found in _DAY.finditer(title):
        day, month, year = (int(part) for part in found.groups() if part)
        with suppress(ValueError):  # 31/02/2026 is no day
            yield date(year, month, day)
