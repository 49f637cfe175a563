"""`sosach papers`: minutes, household sheets, letters, the notice to households; one file of this folder per task."""

from __future__ import annotations

import argparse

from sosach.cli.papers import letters, minutes, notice, sheets

TASKS = (minutes, sheets, letters, notice)

_DESCRIPTION = """\
Soạn biên bản giao - nhận, phiếu rà soát tại hộ, công văn, thông báo: tệp Word để sửa và PDF để in.

Cách dùng: sosach papers VIỆC [TÙY CHỌN] --out THƯ_MỤC"""

_EPILOG = """\
Ví dụ:
  sosach papers minutes TE-02 --out bien-ban
  sosach papers sheets --out phieu
  sosach papers letters --out cong-van
  sosach papers notice --out thong-bao

Xem hướng dẫn của từng việc: sosach papers VIỆC --help"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its tasks."""
    parser = commands.add_parser(
        "papers", help="soạn biên bản, phiếu, công văn, thông báo", description=_DESCRIPTION, epilog=_EPILOG
    )
    tasks = parser.add_subparsers(title="Việc", metavar="VIỆC", dest="task", required=True, prog=parser.prog)
    for task in TASKS:
        task.declare(tasks)
