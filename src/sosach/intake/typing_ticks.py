"""Reads the typing list back: which lines were typed into the national software, which could not be."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from sosach.dates import reading as dates
from sosach.findings.notices import Notice
from sosach.forms.form import ReturnedRow
from sosach.forms.given import read_given, shown_answer
from sosach.forms.typing_list import TYPING_LIST
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.people.answers import Meanings, meant
from sosach.text.cells import TRUTH

_DONE, _FAILED = "done", "failed"
_SAID: Meanings = (
    (_FAILED, r"\b(?:không|ko|chưa|k)\b|lỗi|sai|false|^0$"),
    (_DONE, r"^(?:x+|v+|ok|rồi|xong|đã|có|✓|✔|☑|☒|\+|1|true|yes|đúng)|đã nhập|nhập rồi"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line of the list as it came back."""

    returned: ReturnedRow
    done: bool | None  # None: nothing ticked, or not to be understood
    shown: str  # what stands in the box
    on: str | None  # the day that was written, ISO
    by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """The list as it came back."""

    name: str
    sha256: str
    rows: tuple[Tick, ...]
    notices: tuple[Notice, ...]


def read_ticks(path: Path, options: ReadingOptions) -> Ticks:
    """Reads a typing list that was worked on.

    Raises:
        Refused: not readable, or no typing list.
    """
    form = read_form(path, TYPING_LIST, options)
    boxes = [row.answers.get("done", "") for row in form.rows]
    done = _done(boxes)
    days = read_given([row.answers.get("on") for row in form.rows], dates.read)
    rows = [
        Tick(
            returned=row, done=is_done, shown=shown_answer(box), on=day.value,
            by=shown_answer(row.answers.get("by", "")), note=shown_answer(row.answers.get("note", "")),
        )
        for row, box, is_done, day in zip(form.rows, boxes, done, days, strict=True)
    ]  # fmt: skip
    return Ticks(name=form.name, sha256=form.sha256, rows=tuple(rows), notices=form.notices)


def _done(boxes: Sequence[str]) -> list[bool | None]:
    """A box to click in newer spreadsheets holds true or false; elsewhere people write something."""
    texts = pl.Series("text", [shown_answer(box).lower() for box in boxes], dtype=pl.String).to_frame()
    said = texts.select(meant(pl.col("text"), _SAID)).to_series()
    return [
        box == TRUTH + "TRUE" if box.startswith(TRUTH) else {_DONE: True, _FAILED: False}.get(word or "")
        for box, word in zip(boxes, said, strict=True)
    ]  # fmt: skip
