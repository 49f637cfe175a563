"""`sosach police decide`: an answer that waits is taken, or what stands is kept."""

from __future__ import annotations

import argparse

from sosach.cli import console, home


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "decide",
        help="quyết định một kết quả đang chờ",
        description="Lấy giá trị Công an ghi (answered), hoặc giữ giá trị đang có (current), kèm lý do.",
        epilog='Ví dụ:\n  sosach police decide TE01-0007-K7QX3M2A answered --reason "Đã xem giấy khai sinh"',
    )
    parser.add_argument("code", metavar="MÃ_DÒNG", help="mã dòng, xem sosach police list")
    parser.add_argument("take", choices=("answered", "current"), metavar="answered|current", help="lấy giá trị nào")
    parser.add_argument("--reason", required=True, metavar="LÝ_DO", help="lý do")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Decides."""
    home.opened(chosen)
    from sosach.store.desk.settle_answer import Take, settle_answer

    done = settle_answer(chosen.code, Take(chosen.take), chosen.reason, actor=home.actor(chosen), on=home.on(chosen))
    if chosen.json:
        console.say_json({"operation": done.operation, "fields": list(done.fields), "settled": done.findings.closed})
    else:
        console.say(f"Đã ghi quyết định số {done.operation} cho dòng {chosen.code}.")
    return 0
