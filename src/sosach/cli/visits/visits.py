"""`sosach visits`: the household review by hamlet, without a telephone.

A task is a module of this folder with `declare(tasks)`, which adds its parser and sets `run`.
"""

from __future__ import annotations

import argparse

from sosach.cli.visits import listed, met, receive, send

TASKS = (send, receive, met, listed)

_DESCRIPTION = """\
Rà soát tại hộ theo thôn: lập phiếu Excel và bản in cho từng thôn, nhận câu trả lời, xem trẻ gặp thêm.

Cách dùng: sosach visits VIỆC [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach visits send --all --out phieu
  sosach visits send --hamlet "Gò Me" --hamlet "Bãi Dâu" --out phieu
  sosach visits receive phieu/RS-0001-thon-go-me.xlsx
  sosach visits met

Xem hướng dẫn của từng việc: sosach visits VIỆC --help"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its tasks."""
    parser = commands.add_parser("visits", help="rà soát tại hộ theo thôn", description=_DESCRIPTION, epilog=_EPILOG)
    tasks = parser.add_subparsers(title="Việc", metavar="VIỆC", dest="task", required=True, prog=parser.prog)
    for task in TASKS:
        task.declare(tasks)
