"""`sosach papers notice`: what households are told, on paper and by loudspeaker."""

from __future__ import annotations

import argparse

from sosach.cli import home
from sosach.cli.papers import written


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "notice",
        help="thông báo cho gia đình và bài đọc loa",
        description="Thông báo niêm yết cho các gia đình, và bài đọc trên loa truyền thanh.",
        epilog="Ví dụ:\n  sosach papers notice --out thong-bao",
    )
    written.declare_out(parser)
    home.declare(parser, writes=False)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Writes them."""
    home.opened(chosen)
    from sosach.store.desk.write_papers import write_notices

    return written.say(chosen, write_notices(chosen.out, home.on(chosen)))
