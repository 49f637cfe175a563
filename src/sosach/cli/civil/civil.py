"""`sosach civil`: the register of children beside the births book.

A task is a module of this folder with `declare(tasks)`, which adds its parser and sets `run`.
"""

from __future__ import annotations

import argparse

from sosach.cli.civil import accept, compare, correct, differences, pair

TASKS = (compare, differences, accept, correct, pair)

_DESCRIPTION = """\
Đối chiếu sổ trẻ em của chiến dịch với trích xuất khai sinh, và ghi quyết định về từng chỗ khác nhau.

Cách dùng: sosach civil VIỆC [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach civil compare khai-sinh.xlsx --on 2026-06-16
  sosach civil list
  sosach civil accept TE000012

Xem hướng dẫn của từng việc: sosach civil VIỆC --help"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its tasks."""
    parser = commands.add_parser("civil", help="đối chiếu với sổ khai sinh", description=_DESCRIPTION, epilog=_EPILOG)
    tasks = parser.add_subparsers(title="Việc", metavar="VIỆC", dest="task", required=True, prog=parser.prog)
    for task in TASKS:
        task.declare(tasks)
