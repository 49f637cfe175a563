"""The province's sheet: the weekly figures of its communes side by side, no names, no small numbers.

Small cells are hidden with what would give them away (see `suppression`); the totals are those of the true figures.
Units are compared by share and stand in the order of the list, never ranked by number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sosach.campaign.weeks import VIETNAM, weekly_cut_off
from sosach.papers import words
from sosach.papers.suppression import HIDDEN_SECOND, HIDDEN_SMALL, SMALL, Values, hide

DUE_HOUR = time(10)  # on the Friday after the cut-off (the plan, III.7)
COLUMNS = (
    "Số trẻ", "Có số đúng cấu trúc", "Không có hoặc sai số", "% có số", "Cần rà soát", "Đã rà soát", "Chuyển CA",
    "CA đã trả", "Quá hạn chưa trả", "Đã cập nhật", "Còn lại", "% cập nhật",
)  # fmt: skip
SUMS = "(4) = (2) : (1); (1) = (2) + (3); (11) = (5) − (10); (12) = (10) : (5)"

_FIGURES = (
    ("closing",), ("id_valid",), ("id_missing", "id_wrong"), None, ("to_review",), ("reviewed",), ("sent_entries",),
    ("answered_entries",), ("overdue_entries",), ("uploaded",), ("remaining",), None,
)  # fmt: skip
_SHARES = {3: (1, 0, 2), 11: (9, 4, 10)}  # column: part, whole, rest
_TIES = ((0, 1, 2), (4, 9, 10))


@dataclass(frozen=True, slots=True)
class Report:
    """What a commune has sent."""

    code: str
    name: str  # “xã Hòa Mẫu”
    figures: Mapping[str, Any]  # of the register
    sent_at: datetime | None  # when the file came; None: not known


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet: what is shown, and the true figures behind it."""

    name: str
    sent: str
    shown: tuple[str, ...]  # empty: nothing came
    true: Values = ()


@dataclass(frozen=True, slots=True)
class ProvinceSheet:
    """The week of a province."""

    first_day: date
    cut_off: date
    due: datetime
    expected: int
    in_time: int
    late: int
    missing: tuple[str, ...]  # names of units of which nothing came, in the order of the list
    lines: tuple[Line, ...]
    total: Line

    @property
    def opening(self) -> str:
        """Who has reported."""
        came = self.in_time + self.late
        if came == self.expected == self.in_time:
            return f"Báo cáo: {came}/{self.expected} đơn vị đã gửi đúng hạn."
        told = f"Báo cáo: {came}/{self.expected} đơn vị đã gửi"
        if self.late:
            told += f", trong đó {self.in_time} đơn vị đúng hạn, {words.counted(self.late)} đơn vị sau 10 giờ 00"
        if self.missing:
            told += f"; {words.counted(len(self.missing))} đơn vị chưa gửi"
        return f"{told}."


def province_sheet(
    reports: Sequence[Report], units: Mapping[str, str], week: date, *, until: datetime | None = None
) -> ProvinceSheet:
    """The sheet of a week.

    Args:
        reports: one per unit.
        units: code to name of all units that are to report, in the order of the list.
        week: a day of the week; its figures close on the Thursday not later than this day.
        until: nothing that came later counts; None: everything counts.
    """
    cut_off = weekly_cut_off(week).date()
    due = datetime.combine(cut_off + timedelta(days=1), DUE_HOUR, VIETNAM)
    by_code = {one.code: one for one in reports if until is None or one.sent_at is None or one.sent_at <= until}
    lines = _hidden([_line(name, by_code.get(code)) for code, name in units.items()])
    came = [by_code[code] for code in units if code in by_code]
    late = sum(one.sent_at is not None and one.sent_at > due for one in came)
    return ProvinceSheet(
        first_day=cut_off - timedelta(days=6),
        cut_off=cut_off,
        due=due,
        expected=len(units),
        in_time=len(came) - late,
        late=late,
        missing=tuple(name for code, name in units.items() if code not in by_code),
        lines=tuple(lines),
        total=_total(came),
    )


def _hidden(lines: list[Line]) -> list[Line]:
    """The lines with what may be seen of them."""
    came = [number for number, line in enumerate(lines) if line.true]
    for number, hidden in zip(came, hide([lines[number].true for number in came], _TIES), strict=True):
        lines[number] = replace(lines[number], shown=_shown(lines[number].true, hidden))
    return lines


def _line(name: str, report: Report | None) -> Line:
    if report is None:
        return Line(name, "chưa có", ())
    return Line(name, _when(report.sent_at), (), _values(report.figures))


def _when(moment: datetime | None) -> str:
    """“09:12 T6 19/06”."""
    if moment is None:
        return "không rõ"
    local = moment.astimezone(VIETNAM)
    day = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")[local.weekday()]
    return f"{local:%H:%M} {day} {local:%d/%m}"


def _values(figures: Mapping[str, Any]) -> Values:
    now = figures["cumulative"]
    return tuple(sum(now[name] for name in names) if names else None for names in _FIGURES)


def _total(reports: Sequence[Report]) -> Line:
    """Of the true figures of those who have sent."""
    every = [_values(one.figures) for one in reports]
    values = tuple(
        None if names is None else sum(one[place] or 0 for one in every) for place, names in enumerate(_FIGURES)
    )
    return Line(f"Cộng ({len(reports)} đơn vị)", "", _shown(values, {}), values)


def _shown(values: Values, hidden: Mapping[int, str]) -> tuple[str, ...]:
    """A line as it may be seen."""
    shown = ["" if value is None else words.plain(value) for value in values]
    for place, mark in hidden.items():
        shown[place] = mark
    for place, (part, whole, rest) in _SHARES.items():
        if hidden.get(rest) == HIDDEN_SMALL and values[whole]:
            shown[place] = f"≥ {_at_least(values[whole] or 0)}"
        elif part in hidden or rest in hidden:
            shown[place] = HIDDEN_SECOND
        else:
            shown[place] = words.cell_share(values[part] or 0, values[whole] or 0)
    return tuple(shown)


def _at_least(whole: int) -> str:
    """The least share that a hidden rest of 1 to 4 leaves, rounded down so that it tells nothing more."""
    tenths = max(0, 1000 * (whole - SMALL + 1) // whole)
    return f"{tenths // 10},{tenths % 10}"
