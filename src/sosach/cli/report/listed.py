"""`sosach report list`: the reports whose figures were frozen."""

from __future__ import annotations

import argparse

from sosach.cli import console, home


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "list",
        help="các bản chốt số liệu",
        description="Liệt kê các bản chốt số liệu, bản mới nhất trước.",
        epilog="Ví dụ:\n  sosach report list",
    )
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in danh sách dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Lists them."""
    home.opened(chosen)
    from sosach.store.reports.selectors import snapshots

    found = snapshots()
    if chosen.json:
        rows = [
            {
                "number": one.number,
                "kind": one.kind,
                "cut_off": one.cut_off.isoformat(),
                "sha256": one.sha256,
                "corrects": one.corrects or None,
                "approved_by": one.approved_by or None,
            }
            for one in found
        ]
        console.say_json({"reports": rows})
        return 0
    for one in found:
        state = f"đã duyệt ({one.approved_by}, {one.approved_on:%d/%m/%Y})" if one.approved_on else "chưa duyệt"
        console.say(f"{one.number}  chốt {one.cut_off:%d/%m/%Y}  {state}")
    if not found:
        console.say("Chưa có bản chốt nào.")
    return 0
