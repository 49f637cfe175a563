"""`sosach campaign`: the tasks that concern a campaign as a whole, one file of this folder each.

A task is a module with `declare(tasks)`, which adds its parser and sets `run`; it is entered in `TASKS` below. Tasks
that need the home of a campaign open it through `cli.home`; the calendar of a plan file needs none.
"""

from __future__ import annotations

import argparse

from sosach.cli.campaign import calendar, extend, key, original, plan, remind, start, status

TASKS = (start, calendar, extend, plan, status, remind, key, original)

_DESCRIPTION = """\
Bắt đầu và theo dõi chiến dịch rà soát của xã.

Cách dùng: sosach campaign VIỆC [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach campaign start --plan plans/mau.toml
  sosach campaign calendar --plan plans/mau.toml
  sosach campaign extend children --until 2026-06-30 --document 123/UBND --reason "Mất điện"
  sosach campaign status --json

Xem hướng dẫn của từng việc: sosach campaign VIỆC --help"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its tasks."""
    parser = commands.add_parser(
        "campaign", help="bắt đầu và theo dõi chiến dịch", description=_DESCRIPTION, epilog=_EPILOG
    )
    tasks = parser.add_subparsers(title="Việc", metavar="VIỆC", dest="task", required=True, prog=parser.prog)
    for task in TASKS:
        task.declare(tasks)
