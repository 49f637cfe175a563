"""`sosach upload confirm`: a later export compared with what was uploaded; exit 1 unless everything was taken over."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sosach.cli import console, home, options, reading
from sosach.cli.parser import day
from sosach.findings.notices import notice
from sosach.registers.catalogue import registers

if TYPE_CHECKING:
    from sosach.store.desk.confirm_upload import ConfirmedUpload

_DESCRIPTION = """\
Đối chiếu tệp kết xuất sau khi cập nhật với những gì đã đưa lên: đã nhận, chưa nhận, hay bị người khác sửa.
Chưa nhận đủ thì mã thoát là 1. Tệp chưa nhập vào chiến dịch thì được nhập trước khi đối chiếu.

Cách dùng: sosach upload confirm SỔ TỆP_KẾT_XUẤT [TÙY CHỌN]"""

_LABELS = {"missing": "Chưa nhận", "different": "Bị người khác sửa"}


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "confirm",
        help="đối chiếu tệp kết xuất sau khi cập nhật",
        description=_DESCRIPTION,
        epilog="Ví dụ:\n  sosach upload confirm children tre-em-moi.xlsx --as-of 2026-06-25",
    )
    parser.add_argument("register", choices=tuple(registers()), metavar="SỔ", help=", ".join(registers()))
    parser.add_argument("workbook", type=Path, metavar="TỆP", help="tệp kết xuất sau khi cập nhật")
    options.declare_reading(parser)
    home.declare(parser, writes=True)
    parser.add_argument("--as-of", type=day("--as-of"), metavar="NGÀY", help="ngày của số liệu trong tệp")
    parser.add_argument("--accept", default="", metavar="LÝ_DO", help="nhập tệp dù đáng ngờ, kèm lý do")
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Compares the export."""
    wanted = replace(reading.options(chosen), insist=bool(chosen.accept))
    on = home.on(chosen)
    with reading.begun(chosen.workbook, wanted) as opening:
        home.opened(chosen)
        from sosach.store.desk.confirm_upload import confirm_upload
        from sosach.store.registers.as_of import day_told
        from sosach.store.registers.services.importing import File

        opened = reading.finish(chosen.workbook, wanted, opening)
    told = day_told((sheet.title for sheet in opened.sheets), on)
    file = File(opened, chosen.workbook.read_bytes(), chosen.as_of or told or on)
    found = confirm_upload(chosen.register, file, chosen.accept, actor=home.actor(chosen), on=on)
    _remark(found, opened.name)
    if chosen.json:
        confirmed = found.confirmed
        details = {name: list(rows) for name, rows in confirmed.details.items()}
        console.say_json({**confirmed.figures, "operation": confirmed.operation, "details": details})
    else:
        console.say(_in_words(found, chosen.register))
    return 0 if found.confirmed.complete else 1


def _remark(found: ConfirmedUpload, file: str) -> None:
    if found.confirmed.again:
        console.remark(notice("upload_confirmed_again", file=file, count=found.confirmed.operation))
    if found.imported is not None:
        console.remark(notice("upload_taken_in", file=file, count=found.imported.taken.operation))


def _in_words(found: ConfirmedUpload, register: str) -> str:
    told = found.confirmed.figures
    persons = told["persons"]
    lines = [
        f"Đối chiếu với phần mềm (việc số {found.confirmed.operation}): đã nhận {told['accepted']} mục, chưa nhận "
        f"{told['missing']} mục, bị người khác sửa {told['different']} mục; không có cột để xem "
        f"{told['not_shown']} mục.",
        f"Theo người: {persons['accepted']} người đã nhận đủ, {persons['missing']} người còn mục chưa nhận, "
        f"{persons['different']} người có mục bị sửa.",
    ]
    for name, label in _LABELS.items():
        lines += [f"  {label}: {who}: {fields}" for who, fields in _by_person(found.confirmed.details[name], register)]
    return "\n".join(lines)


def _by_person(rows: list[dict[str, Any]], register: str) -> list[tuple[str, str]]:
    """Who, and which fields; somebody whom the software has given no code yet goes by name."""
    from sosach.store.upload.selectors import field_label

    fields: dict[str, list[str]] = {}
    for row in rows:
        who = row["record_code"] or f"{row['full_name']} (chưa có mã)"
        fields.setdefault(who, []).append(field_label(register, row["field"]))
    return [(who, ", ".join(labels)) for who, labels in fields.items()]
