"""`sosach civil compare`: takes an extract of the births book in and compares."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sosach.cli import console, home, options
from sosach.cli.parser import day
from sosach.findings.notices import notice

if TYPE_CHECKING:
    from sosach.store.desk.compare_births import Compared


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "compare",
        help="nhận trích xuất khai sinh và đối chiếu",
        description="Nhận trích xuất khai sinh; các kỳ cộng dồn. Chỗ khác nhau và trẻ chưa có trong sổ thành vấn đề.",
        epilog="Ví dụ:\n  sosach civil compare khai-sinh.xlsx --on 2026-06-16 --json",
    )
    parser.add_argument("workbook", type=Path, metavar="TỆP", help="trích xuất khai sinh")
    options.declare_reading(parser)
    home.declare(parser, writes=True)
    parser.add_argument(
        "--as-of", type=day("--as-of"), metavar="NGÀY", help="ngày của số liệu; mặc định: ngày ghi ở đầu tệp, hoặc --on"
    )
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run, register="births")


def run(chosen: argparse.Namespace) -> int:
    """Takes the extract in."""
    from sosach.cli import reading

    wanted = reading.options(chosen)
    on = home.on(chosen)
    with reading.begun(chosen.workbook, wanted) as opening:
        home.opened(chosen)  # while the child is already reading
        from sosach.store.desk.compare_births import compare_births
        from sosach.store.registers.as_of import day_told
        from sosach.store.registers.services.importing import File

        opened = reading.finish(chosen.workbook, wanted, opening)
    told = day_told((sheet.title for sheet in opened.sheets), on)
    file = File(opened, chosen.workbook.read_bytes(), chosen.as_of or told or on)
    compared = compare_births(file, actor=home.actor(chosen), on=on)
    if compared.taken.again:
        console.remark(notice("import_again", file=opened.name, count=compared.taken.operation))
    if chosen.json:
        console.say_json({**_figures(compared), "details": compared.details()})
    else:
        console.say(_in_words(compared))
    return 0


def _figures(compared: Compared) -> dict[str, Any]:
    counted = asdict(compared.figures)
    counted["compared_on"] = compared.figures.compared_on.isoformat() if compared.figures.compared_on else None
    return {"import": compared.taken.operation, "rows": compared.taken.figures["rows"], **counted}


def _in_words(compared: Compared) -> str:
    told = compared.figures
    return (
        f"Lần nhập {compared.taken.operation}: đọc {compared.taken.figures['rows']} dòng khai sinh; "
        f"các kỳ cộng lại {told.entries} dòng.\n"
        f"Khớp {told.same} trẻ, trong đó {told.persons_different} trẻ có {told.differences} chỗ khác nhau; "
        f"{told.review} cặp cần xem.\n"
        f"Chưa có trong sổ: {told.not_in_register} trẻ; chỉ có ở sổ: {told.only_in_register} trẻ, trong đó "
        f"{told.overdue} trẻ quá 60 ngày chưa thấy đăng ký khai sinh.\n"
        "Xem từng trường hợp: sosach civil list"
    )
