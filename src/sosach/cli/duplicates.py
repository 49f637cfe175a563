"""`sosach duplicates`: who stands in a list twice."""

from __future__ import annotations

import argparse
from pathlib import Path

from sosach.cli import console, linking, options
from sosach.cli.parser import day

_DESCRIPTION = """\
Tìm người ghi hai lần trong một danh sách. Trẻ sinh đôi và anh chị em không bị gộp; mỗi cặp có lý do bằng lời.
Tệp gốc không bị thay đổi.

Cách dùng: sosach duplicates TỆP [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach duplicates tre-em.xlsx
  sosach duplicates tre-em.xlsx --on 2026-06-18 --out ket-qua
  sosach duplicates tre-em.xlsx --decisions tre-em-duplicates/pairs.xlsx

Kết quả (mặc định trong thư mục <tên tệp>-duplicates, bên cạnh tệp gốc):
  pairs.xlsx             các cặp đặt cạnh nhau, có cột để ghi kết luận
  pairs.parquet          các cặp, cho chương trình khác
  pairs-decisions.json   các quyết định đã ghi, được giữ cho lần sau
  pairs.json             số liệu

Mã kết thúc: 0 xong; 2 không dùng được đầu vào."""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "duplicates", help="tìm người ghi hai lần trong một danh sách", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("workbook", type=Path, metavar="TỆP", help=".xlsx .xlsm .xls .xlsb .ods .csv hoặc .parquet")
    options.declare_register(parser)
    options.declare_reading(parser)
    linking.declare(parser)
    parser.add_argument(
        "--on", type=day("--on"), metavar="NGÀY", help="ngày tính tuổi và hạn, dạng 2026-06-18; mặc định: hôm nay"
    )
    parser.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="nơi ghi kết quả; mặc định: <tên tệp>-duplicates")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Compares the list with itself."""
    from sosach.cli import reading  # loaded when the command runs: help must be quick

    workbook: Path = chosen.workbook
    wanted = reading.options(chosen)
    on = chosen.on or console.today()
    commune = reading.commune(chosen, on)
    with reading.begun(workbook, wanted) as opening:
        from sosach.engines.linker import Engine
        from sosach.usecases.duplicates import Options, duplicates

        progress = console.Progress()
        try:
            opened = reading.finish(workbook, wanted, opening)
            asked = Options(
                on=on,
                out=chosen.out or workbook.with_name(f"{workbook.stem}-duplicates"),
                engine=Engine(chosen.engine),
                model=linking.model(chosen),
                decisions=chosen.decisions,
                password=wanted.password,
                commune=commune,
            )
            outcome = duplicates(opened, asked, progress.step)
        finally:
            progress.done()
    linking.report(outcome, as_json=chosen.json)
    return 0
