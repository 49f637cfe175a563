"""`sosach papers sheets`: the household review on paper, hamlet by hamlet."""

from __future__ import annotations

import argparse

from sosach.cli import home
from sosach.cli.papers import written


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "sheets",
        help="phiếu rà soát tại hộ để in",
        description="Phiếu rà soát tại hộ của từng thôn, theo danh sách rà soát đã lập gần nhất.",
        epilog='Ví dụ:\n  sosach papers sheets --out phieu\n  sosach papers sheets --hamlet "Thôn Gò Me" --out phieu',
    )
    parser.add_argument(
        "--hamlet", action="append", default=[], metavar="THÔN", help="chỉ thôn này (dùng được nhiều lần)"
    )
    written.declare_out(parser)
    home.declare(parser, writes=True)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Writes them."""
    home.opened(chosen)
    from sosach.store.desk.write_papers import write_sheets

    return written.say(chosen, write_sheets(chosen.hamlet, chosen.out, actor=home.actor(chosen)))
