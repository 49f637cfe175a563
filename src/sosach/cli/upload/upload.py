"""`sosach upload`: what was settled goes back into the national software, and what it took over is told.

A task is a module of this folder with `declare(tasks)`, which adds its parser and sets `run`.
"""

from __future__ import annotations

import argparse

from sosach.cli.upload import confirm, listed, prepare, receive

TASKS = (prepare, receive, confirm, listed)

_DESCRIPTION = """\
Đưa kết quả rà soát lên phần mềm quốc gia: lập tệp và danh sách nhập tay, nhận dấu đã nhập, đối chiếu lại.

Cách dùng: sosach upload VIỆC [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach upload prepare children --base tre-em.xlsx --out tai-len.xlsx
  sosach upload receive tai-len-list.xlsx
  sosach upload confirm children tre-em-moi.xlsx

Xem hướng dẫn của từng việc: sosach upload VIỆC --help"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its tasks."""
    parser = commands.add_parser(
        "upload", help="đưa kết quả lên phần mềm quốc gia", description=_DESCRIPTION, epilog=_EPILOG
    )
    tasks = parser.add_subparsers(title="Việc", metavar="VIỆC", dest="task", required=True, prog=parser.prog)
    for task in TASKS:
        task.declare(tasks)
