"""The errands of a week that concern many rows, in the home of `load.py`: processor time of each, one JSON line per errand.

    python load_errands.py RUN

`campaign status` after the program has started; a batch to the police; its answers taken in, taken back, taken in again.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from load_home import OPERATOR

from sosach.cli.demo.made_up import answered_by_police
from sosach.intake.options import ReadingOptions
from sosach.intake.police_answer import read_police_answer
from sosach.store.start import open_home

THURSDAY, WEDNESDAY = date(2026, 6, 18), date(2026, 6, 24)


def run(folder: Path) -> None:
    """Does them, in their order."""
    open_home(folder / "home")
    from sosach.store.desk.receive_answer import Came, receive_answer
    from sosach.store.desk.send_batch import ToSend, send_batch
    from sosach.store.desk.status import status_of
    from sosach.store.desk.undo import undo
    from sosach.store.police.models import Line
    from sosach.store.registers.models import Person

    timed("campaign status", Person.objects.count(), lambda: status_of(WEDNESDAY))
    out, back = folder / "batch.xlsx", folder / "answer.xlsx"
    sent = timed(
        "police send",
        0,
        lambda: send_batch(ToSend(register="children", out=out), actor=OPERATOR, on=THURSDAY),
        lambda told: told.batch.rows,
    )
    answer(sent.batch.operation, out, back, folder / "truth.parquet")

    def receive() -> Any:
        came = Came(read=read_police_answer(back, ReadingOptions()), content=back.read_bytes())
        return receive_answer(came, actor=OPERATOR, on=WEDNESDAY)

    came = timed("police receive", 0, receive, lambda told: told.figures["answered"])
    timed(
        "undo of it", came.figures["answered"], lambda: undo(came.operation, "Nhầm tệp", actor=OPERATOR, on=WEDNESDAY)
    )
    receive()
    assert Line.objects.exclude(answered_by=None).count() == came.figures["answered"]


def answer(batch: int, sent: Path, back: Path, truth: Path) -> None:
    """The police answer; who is not known by a code is not registered."""
    from sosach.store.police.models import Line

    known = {row["record_code"]: row for row in pl.read_parquet(truth).iter_rows(named=True)}
    nobody = {"personal_id": None, "birth_cert_no": None}
    lines = Line.objects.filter(batch=batch).select_related("person")
    answered_by_police(sent, back, {line.code: known.get(line.person.record_code, nobody) for line in lines})


def timed(name: str, rows: int, act: Callable[[], Any], count: Callable[[Any], int] | None = None) -> Any:
    """Does something and says what it cost."""
    clock, processor = time.perf_counter(), time.process_time()
    told = act()
    spent = {"seconds": time.process_time() - processor, "wall": time.perf_counter() - clock}
    print(json.dumps({"name": name, "rows": count(told) if count else rows, **spent}), flush=True)
    return told


if __name__ == "__main__":
    run(Path(sys.argv[1]))
