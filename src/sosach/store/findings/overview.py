"""All findings in a few columns, kept in memory and brought up to date after every operation: what pages count.

The table is wide and its rows lie scattered, so counting tens of thousands of them for one page takes tenths of a
second in a database; in columns it takes a thousandth.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import polars as pl
from django.db.models import Q

from sosach.store.findings.models import Finding
from sosach.store.log.following import BRINGING, Following, News

_CHUNK = 900

# Columns of the frame, in the order of `_COLUMNS`.
SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "id": pl.Int64,
    "register": pl.String,
    "person": pl.Int64,
    "rule": pl.String,
    "field": pl.String,
    "severity": pl.String,
    "group": pl.String,
    "certainty": pl.String,
    "state": pl.String,
    "waiting_for": pl.String,
    "gone": pl.Boolean,
    "opened_on": pl.Date,
    "changed_by": pl.Int64,
    "hamlet": pl.String,
    "left": pl.String,
}
_COLUMNS = (*(name for name in SCHEMA if name not in ("hamlet", "left")), "person__hamlet", "person__left")

OPEN = pl.col("state").is_in(["open", "waiting"])


@dataclass(frozen=True, slots=True)
class _All:
    """Every finding, and those of each register about persons who have not left it."""

    frame: pl.DataFrame
    here: Mapping[str, pl.DataFrame]


def overview(register: str) -> pl.DataFrame:
    """The findings of a register about persons who have not left it (`SCHEMA`), as the last operation has left them."""
    known = _ALL.now()
    return known.here.get(register, known.frame.clear())


def _all(frame: pl.DataFrame) -> _All:
    here = frame.filter(pl.col("left") == "").partition_by("register", as_dict=True)
    return _All(frame, {str(register): part for (register,), part in here.items()})


def _read() -> _All:
    return _all(_frame(Q()))


def _frame(wanted: Q) -> pl.DataFrame:
    rows = list(Finding.objects.filter(wanted).values_list(*_COLUMNS))
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _renew(known: _All, news: News) -> _All | None:
    """Reads what operations have written since, and the findings of persons who were changed."""
    if news.tells_of(BRINGING):
        return None
    first = min(number for number, _ in news.operations)
    parts = [_frame(Q(written_by__gte=first)), *(_frame(Q(person__in=some)) for some in _chunks(news.persons))]
    fresh = pl.concat(parts).unique("id", keep="last")
    if fresh.is_empty():
        return known
    return _all(pl.concat([known.frame.join(fresh, on="id", how="anti"), fresh]))


def _chunks(numbers: Collection[int]) -> list[list[int]]:
    whole = sorted(numbers)
    return [whole[start : start + _CHUNK] for start in range(0, len(whole), _CHUNK)]


_ALL = Following(_read, _renew)
