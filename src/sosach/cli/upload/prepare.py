"""`sosach upload prepare`: the export with only the settled cells changed, its proof, new persons, the typing list."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sosach.cli import console, home, options, reading
from sosach.findings.notices import refused
from sosach.registers.catalogue import registers

if TYPE_CHECKING:
    from sosach.store.upload.services.preparing import Done

_DESCRIPTION = """\
Lập tệp tải lên từ chính tệp kết xuất mới nhất: chỉ ô đã có kết luận được sửa, kèm bằng chứng không ô nào khác thay đổi;
người mới ở tệp riêng; mọi thay đổi cũng có trong danh sách nhập tay.

Cách dùng: sosach upload prepare SỔ --base TỆP_KẾT_XUẤT --out TỆP [TÙY CHỌN]"""


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "prepare",
        help="lập tệp và danh sách nhập tay",
        description=_DESCRIPTION,
        epilog="Ví dụ:\n  sosach upload prepare children --base tre-em.xlsx --out tai-len.xlsx",
    )
    parser.add_argument("register", choices=tuple(registers()), metavar="SỔ", help=", ".join(registers()))
    parser.add_argument("--base", type=Path, required=True, metavar="TỆP", help="tệp kết xuất mới nhất, đã nhập")
    parser.add_argument("--out", type=Path, required=True, metavar="TỆP", help="tệp để tải lên, cùng loại với tệp gốc")
    parser.add_argument(
        "--with-cleaning", action="store_true", help="sửa cả khoảng trắng, chữ hoa, dấu cách trong số định danh"
    )
    options.declare_reading(parser)
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Prepares the files."""

    wanted = reading.options(chosen)
    with reading.begun(chosen.base, wanted) as opening:
        home.opened(chosen)
        from sosach.intake.reading import Reading
        from sosach.store.desk.prepare_upload import prepare_upload
        from sosach.store.upload.services.preparing import ToPrepare

        opened = reading.finish(chosen.base, wanted, opening)
    if not isinstance(opened, Reading):
        raise refused("upload_base_unknown", file=chosen.base.name, register=chosen.register)
    asked = ToPrepare(
        reading=opened,
        base=chosen.base,
        out=chosen.out,
        password=wanted.password,
        with_cleaning=chosen.with_cleaning,
    )
    prepared = prepare_upload(chosen.register, asked, actor=home.actor(chosen), on=home.on(chosen))
    for notice in prepared.notices:
        console.remark(notice)
    if chosen.json:
        console.say_json(_figures(prepared.done))
    else:
        console.say(_in_words(prepared.done))
    return 0


def _figures(done: Done) -> dict[str, Any]:
    written = done.written
    paths = {
        "workbook": written.workbook,
        "proof": written.proof,
        "new_persons": written.new_persons,
        "typing_list": written.typing_list,
    }
    return {
        "upload": done.upload.code,
        "operation": done.operation.number,
        "rows": written.stated["rows"] if written.stated else None,
        "cells": done.upload.cells,
        "lines": done.upload.lines,
        "new_persons": len(done.collected.new_persons),
        "held": done.collected.held,
        "waiting": done.collected.waiting,
        "not_in_export": done.collected.not_in_export,
        "files": {name: str(path) if path else None for name, path in paths.items()},
    }


def _in_words(done: Done) -> str:
    upload, written = done.upload, done.written
    lines = [f"Lần cập nhật {upload.code} (việc số {done.operation.number})."]
    if written.workbook:
        lines += [
            f"Tệp tải lên: {written.workbook}: {upload.cells} ô được sửa, không ô nào khác thay đổi.",
            f"Bằng chứng: {written.proof}",
        ]
    else:
        lines.append("Không có tệp tải lên; nhập tay theo danh sách.")
    if written.new_persons:
        lines.append(f"Người mới: {written.new_persons}: {len(done.collected.new_persons)} người.")
    if written.typing_list:
        lines.append(f"Danh sách nhập tay: {written.typing_list}: {upload.lines} dòng.")
    return "\n".join(lines)
