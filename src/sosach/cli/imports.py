"""`sosach import`: takes an export of a register into the campaign."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from sosach.cli import console, home, options
from sosach.cli.parser import day
from sosach.findings.notices import notice
from sosach.registers.catalogue import registers

_DESCRIPTION = """\
Nhập một tệp kết xuất vào chiến dịch. Người đã biết được nhận lại, thay đổi được ghi kèm nguồn, dòng chưa chắc là ai
được để chờ người quyết định. Nhập lại cùng một tệp không thay đổi gì.

Cách dùng: sosach import SỔ TỆP [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach import children tre-em.xlsx --as-of 2026-06-04
  sosach import children tre-em.xlsx --as-of 2026-06-04 --accept "Thôn Gò Me gửi riêng" --json"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "import", help="nhập tệp kết xuất vào chiến dịch", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("register", choices=tuple(registers()), metavar="SỔ", help=", ".join(registers()))
    parser.add_argument("workbook", type=Path, metavar="TỆP", help="tệp kết xuất")
    options.declare_reading(parser)
    home.declare(parser, writes=True)
    parser.add_argument(
        "--as-of", type=day("--as-of"), metavar="NGÀY", help="ngày của số liệu; mặc định: ngày ghi ở đầu tệp, hoặc --on"
    )
    parser.add_argument("--accept", default="", metavar="LÝ_DO", help="nhập dù tệp đáng ngờ, kèm lý do")
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Takes one file in."""
    from sosach.cli import reading

    wanted = replace(reading.options(chosen), insist=bool(chosen.accept))
    on = home.on(chosen)
    with reading.begun(chosen.workbook, wanted) as opening:
        home.opened(chosen)  # while the child is already reading
        from sosach.store.desk.import_register import import_register
        from sosach.store.registers.as_of import day_told
        from sosach.store.registers.services.importing import File

        opened = reading.finish(chosen.workbook, wanted, opening)
    told = day_told((sheet.title for sheet in opened.sheets), on)
    file = File(opened, chosen.workbook.read_bytes(), chosen.as_of or told or on)
    taken = import_register(file, chosen.accept, actor=home.actor(chosen), on=on).taken
    if taken.again:
        console.remark(notice("import_again", file=opened.name, count=taken.operation))
    if chosen.json:
        console.say_json({"import": taken.operation, **taken.figures, "details": taken.details()})
    else:
        console.say(_in_words(taken.operation, dict(taken.figures)))
    return 0


def _in_words(number: int, figures: dict[str, int]) -> str:
    return (
        f"Lần nhập {number}: đọc {figures['rows']} người.\n"
        f"Mới: {figures['new']}; thay đổi: {figures['changed']}; giữ nguyên: {figures['same']}; "
        f"chờ quyết định: {figures['waiting']}; không dùng được: {figures['rejected']}; "
        f"trùng trong tệp: {figures['duplicate_in_file']}.\n"
        f"Có trong sổ nhưng không có trong tệp: {figures['gone']}; dòng không phải người: {figures['skipped']}."
    )
