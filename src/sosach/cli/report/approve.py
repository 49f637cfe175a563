"""`sosach report approve`: locks a report."""

from __future__ import annotations

import argparse

from sosach.cli import console, home


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "approve",
        help="duyệt một bản chốt: từ đó không sửa được nữa",
        description="Duyệt một bản chốt. Sau khi duyệt, số liệu và lời văn không đổi; sai thì chốt lại thành bản mới.",
        epilog="Ví dụ:\n  sosach report approve TE-2026-25",
    )
    parser.add_argument("number", metavar="SỐ", help="số của bản chốt, thí dụ TE-2026-25")
    home.declare(parser, writes=True)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Approves it."""
    home.opened(chosen)
    from sosach.store.reports.services import approve

    approved = approve(chosen.number, actor=home.actor(chosen), on=home.on(chosen))
    console.say(f"Đã duyệt bản chốt {approved.number}. In lại báo cáo để bỏ chữ DỰ THẢO.")
    return 0
