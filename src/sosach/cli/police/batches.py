"""`sosach police list`: the batches, what came back of them, and what waits."""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sosach.cli import console, home

if TYPE_CHECKING:
    from sosach.store.police.models import Line


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "list",
        help="các đợt, số dòng đã trả, quá hạn",
        description="Từng đợt đã chuyển: bao nhiêu dòng đã trả, quá hạn, chờ quyết định, và vì sao.",
        epilog="Ví dụ:\n  sosach police list --on 2026-06-26\n  sosach police list --json",
    )
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tells the batches."""
    home.opened(chosen)
    told = _batches(chosen)
    if chosen.json:
        console.say_json({"batches": told})
    else:
        console.say("\n".join(map(_line, told)) if told else "Chưa có đợt nào được chuyển.")
    return 0


def _batches(chosen: argparse.Namespace) -> list[dict[str, Any]]:
    from sosach.store.police import selectors

    on = home.on(chosen)
    conflicts: dict[str, list[dict[str, Any]]] = {}
    for answer in selectors.conflicts():
        waits = {"code": answer.line.code, "why": answer.why}
        conflicts.setdefault(answer.line.batch.code, []).append(waits)
    found = []
    for register in selectors.registers_sent():
        onward = _onward(selectors.next_steps(register))
        figures = selectors.figures_by_batch(register, on)
        for batch in selectors.batches(register):
            told: dict[str, Any] = {"batch": batch.code, "operation": batch.operation, "register": register}
            days = {"sent_on": batch.sent_on.isoformat(), "due": batch.due.isoformat()}
            counted = asdict(figures[batch.code]) if batch.code in figures else asdict(selectors.Figures())
            rows: dict[str, Any] = {"waiting": conflicts.get(batch.code, []), "onward": onward.get(batch.code, [])}
            found.append({**told, **days, **counted, **rows})
    return found


def _onward(lines: list[Line]) -> dict[str, list[dict[str, str]]]:
    """By batch the rows that lead to another organisation."""
    found: dict[str, list[dict[str, str]]] = {}
    for line in lines:
        found.setdefault(line.batch.code, []).append({"code": line.code, "whom": line.whom, "reason": line.reason})
    return found


def _line(told: dict[str, Any]) -> str:
    from sosach.campaign.answer_words import STEP_WORDS, WHY_WORDS
    from sosach.campaign.outcome import Whom, Why

    late = f", quá hạn {told['overdue']}" if told["overdue"] else ""
    lines = [
        f"Đợt {told['batch']}, chuyển {_day(told['sent_on'])}, hạn {_day(told['due'])}: {told['sent']} dòng, "
        f"đã trả {told['returned']}, ở Công an {told['at_police']}{late}.",
        f"  Đã áp dụng {told['applied']}, chuyển bước tiếp {told['next_step']}, chờ quyết định {told['conflicts']}, "
        f"đã quyết định {told['decided']}.",
    ]
    lines += [f"  {one['code']}: {WHY_WORDS[Why(one['why'])]}" for one in told["waiting"]]
    counted = Counter(one["whom"] for one in told["onward"])
    lines += [f"  {count} dòng: {STEP_WORDS[Whom(whom)]}" for whom, count in sorted(counted.items())]
    return "\n".join(lines)


def _day(text: str) -> str:
    year, month, day = text.split("-")
    return f"{day}/{month}/{year}"
