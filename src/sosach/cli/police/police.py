"""`sosach police`: the lists that go to the commune's police every Thursday and come back on Wednesday.

A task is a module of this folder with `declare(tasks)`, which adds its parser and sets `run`.
"""

from __future__ import annotations

import argparse

from sosach.cli.police import batches, decide, receive, send

TASKS = (send, receive, batches, decide)

_DESCRIPTION = """\
Lập danh sách chuyển Công an xã đối chiếu, và nhận kết quả trả về.

Cách dùng: sosach police VIỆC [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach police send children --on 2026-06-18 --out dot-1.xlsx
  sosach police receive dot-1.xlsx --on 2026-06-24
  sosach police list

Xem hướng dẫn của từng việc: sosach police VIỆC --help"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its tasks."""
    parser = commands.add_parser(
        "police", help="giao danh sách cho Công an và nhận kết quả", description=_DESCRIPTION, epilog=_EPILOG
    )
    tasks = parser.add_subparsers(title="Việc", metavar="VIỆC", dest="task", required=True, prog=parser.prog)
    for task in TASKS:
        task.declare(tasks)
