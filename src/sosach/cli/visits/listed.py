"""`sosach visits list`: the lists of the hamlets, and how many households have answered."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from sosach.cli import console, home


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "list",
        help="các phiếu, số hộ đã trả lời theo thôn",
        description="Từng thôn: số phiếu, số hộ đã trả lời, câu đã áp dụng, chờ quyết định, chuyển bước tiếp.",
        epilog="Ví dụ:\n  sosach visits list --on 2026-06-17\n  sosach visits list --json",
    )
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tells the lists."""
    home.opened(chosen)
    from sosach.store.visits import selectors

    on = home.on(chosen)
    hamlets = {hamlet: asdict(found) for hamlet, found in selectors.figures_by_hamlet(on).items()}
    visits = [
        {
            "visit": visit.code,
            "operation": visit.operation,
            "hamlet": visit.hamlet,
            "sent_on": visit.sent_on.isoformat(),
            "due": visit.due.isoformat(),
            "questions": visit.questions,
        }
        for visit in selectors.visits()
        if visit.questions
    ]
    if chosen.json:
        console.say_json({"figures": asdict(selectors.figures(on)), "hamlets": hamlets, "visits": visits})
    else:
        console.say("\n".join(_lines(hamlets, visits)) or "Chưa lập phiếu nào.")
    return 0


def _lines(hamlets: dict[str, Any], visits: list[dict[str, Any]]) -> list[str]:
    lines = []
    for hamlet, told in hamlets.items():
        codes = ", ".join(visit["visit"] for visit in visits if visit["hamlet"] == hamlet)
        late = ", quá hạn" if told["overdue"] else ""
        lines += [
            f"{hamlet} ({codes or 'không có phiếu'}{late}): {told['households_answered']}/{told['households']} hộ "
            f"đã trả lời, {told['answered']}/{told['questions']} câu.",
            f"  Đã áp dụng {told['applied']}, chờ quyết định {told['conflicts']}, đã quyết định {told['decided']}, "
            f"chuyển bước tiếp {told['next_step']}, còn hỏi {told['noted']}; trẻ gặp thêm {told['met']} "
            f"(mới {told['met_new']}, chờ {told['met_waiting']}); văn phòng tự hỏi {told['left_out']} người.",
        ]
    return lines
