"""The burn-up as lines of a drawing: persons finished, persons found, what the deadline needs, what the pace promises.

Everything in it stands in the table beside it, too; it is read in print and without colour by the shape of its lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sosach.campaign.forecast import Forecast, Progress

WIDTH, HEIGHT = 720, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 14, 26, 34
_FEWEST_DAYS = 7
_FURTHEST = timedelta(days=45)  # a forecast beyond that leaves the drawing
_LABELS = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A label on an axis, where its line stands."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Coordinates, ready to be drawn."""

    done: str  # points of a line
    area: str
    found: str
    need: str
    forecast: str  # empty: there is none
    deadline: float
    today: float
    days: tuple[Mark, ...]
    counts: tuple[Mark, ...]
    bottom: float = HEIGHT - _BOTTOM
    top: float = _TOP
    left: float = _LEFT
    right: float = WIDTH - _RIGHT


def burn_up(days: Sequence[Progress], starts: date, due: date, expected: Forecast | None) -> Drawing | None:
    """The drawing; None where nothing was found yet.

    Args:
        days: one entry a day on which something happened.
        starts: the first day of the register's schedule.
        due: its deadline.
        expected: the forecast.
    """
    if not days or not days[-1].total:
        return None
    first, last = min(days[0].day, starts), days[-1]
    done_on = expected.done_on if expected else None
    ends = max(due, last.day, min(done_on, due + _FURTHEST) if done_on else due, first + timedelta(days=_FEWEST_DAYS))
    scale = _Scale(first, ends, max(day.total for day in days))
    line = [scale.point(day.day, day.done) for day in days]
    corners = [scale.point(days[0].day, 0), *line, scale.point(last.day, 0)]
    promised = (
        [scale.point(last.day, last.done), scale.point(done_on, last.total)]
        if done_on and last.day < done_on <= ends
        else []
    )
    return Drawing(
        done=" ".join(line),
        area=" ".join(corners),
        found=" ".join(scale.point(day.day, day.total) for day in days),
        need=" ".join([scale.point(starts, 0), scale.point(max(due, starts), last.total)]),
        forecast=" ".join(promised),
        deadline=scale.x(due),
        today=scale.x(last.day),
        days=tuple(scale.days()),
        counts=tuple(scale.counts()),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    most: int

    def x(self, day: date) -> float:
        """Where a day stands."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, count: int) -> float:
        """Where a count stands."""
        return round(HEIGHT - _BOTTOM - count / self.most * (HEIGHT - _TOP - _BOTTOM), 1)

    def point(self, day: date, count: int) -> str:
        """As SVG writes it."""
        return f"{self.x(day)},{self.y(count)}"

    def days(self) -> list[Mark]:
        """Labels of the days."""
        span = (self.last - self.first).days
        step = max(1, -(-span // _LABELS))
        shown = [self.first + timedelta(days=number) for number in range(0, span + 1, step)]
        return [Mark(self.x(day), f"{day:%d/%m}") for day in shown]

    def counts(self) -> list[Mark]:
        """Labels of the counts: none, half, all."""
        return [Mark(self.y(count), str(count)) for count in dict.fromkeys((0, self.most // 2, self.most))]
