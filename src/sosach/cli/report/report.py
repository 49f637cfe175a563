"""`sosach report`: reports from frozen figures, as Word, PDF and workbook; one file per task in this folder."""

from __future__ import annotations

import argparse

from sosach.cli.report import approve, edit, listed, make, province, template

TASKS = (make, province, listed, edit, approve, template)

_DESCRIPTION = """\
Lập báo cáo tuần, tháng, tổng kết, đột xuất: số liệu chốt một lần, in ra Word, PDF và bảng tính.

Cách dùng: sosach report VIỆC [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach report weekly --on 2026-06-19 --out bao-cao
  sosach report adhoc --from 2026-06-04 --on 2026-06-30 --out bao-cao
  sosach report province --week 2026-06-19 cac-xa --out tong-hop.xlsx
  sosach report list
  sosach report approve TE-2026-25

Xem hướng dẫn của từng việc: sosach report VIỆC --help"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its tasks."""
    parser = commands.add_parser("report", help="lập báo cáo", description=_DESCRIPTION, epilog=_EPILOG)
    tasks = parser.add_subparsers(title="Việc", metavar="VIỆC", dest="task", required=True, prog=parser.prog)
    for task in TASKS:
        task.declare(tasks)
