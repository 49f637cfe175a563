"""`sosach papers minutes BATCH`: the minutes of a hand-over to the police and back, and the list itself in print."""

from __future__ import annotations

import argparse

from sosach.cli import home
from sosach.cli.papers import written


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "minutes",
        help="biên bản giao - nhận với Công an xã",
        description="Biên bản bàn giao một đợt cho Công an xã, biên bản nhận kết quả, và danh sách in kèm.",
        epilog="Ví dụ:\n  sosach papers minutes TE-02 --out bien-ban",
    )
    parser.add_argument("batch", metavar="ĐỢT", help="mã đợt, thí dụ TE-02")
    written.declare_out(parser)
    home.declare(parser, writes=True)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Writes them."""
    home.opened(chosen)
    from sosach.store.desk.write_papers import write_minutes_papers

    return written.say(chosen, write_minutes_papers(chosen.batch, chosen.out, actor=home.actor(chosen)))
