"""`sosach campaign status`: how far the campaign is."""

from __future__ import annotations

import argparse

from sosach.cli import console, home


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "status",
        help="tình hình: số người, vấn đề, Công an, phần mềm, việc quá hạn",
        description="Tình hình của từng sổ: số người cộng đủ từ tuần trước sang tuần này, vấn đề theo nhóm, "
        "danh sách ở Công an, việc cập nhật phần mềm, dự kiến ngày xong, việc quá hạn, lần sao lưu gần nhất.",
        epilog="Ví dụ:\n  sosach campaign status\n  sosach campaign status --json",
    )
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """How far the campaign is."""
    home.opened(chosen)
    from sosach.store.desk.status import status_of

    figures = status_of(home.on(chosen))
    if chosen.json:
        console.say_json(figures)
        return 0
    from sosach.store.accounts.selectors import plan
    from sosach.store.desk.status_words import in_words

    console.say(in_words(figures, plan()))
    return 0
