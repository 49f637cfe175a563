"""`sosach restore`: a home from a backup, on this machine or another one."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from sosach.cli import console, home
from sosach.findings.notices import notice

_DESCRIPTION = """\
Khôi phục chiến dịch từ bản sao lưu vào một thư mục mới hoặc rỗng. Mọi tệp, số dòng và nhật ký được so với bản kê trước
khi thư mục xuất hiện; không khớp thì không có gì được tạo ra.

Cách dùng: sosach restore TỆP --key-file KHÓA [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach restore E:/so-sach-2026-06-18.age --key-file E:/khoa.txt --home D:/so-sach

Mã kết thúc: 0 xong; 1 xong nhưng nhật ký trong bản sao lưu đã bị sửa từ trước; 2 không khôi phục được."""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "restore", help="khôi phục chiến dịch từ bản sao lưu", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="bản sao lưu")
    parser.add_argument("--key-file", type=Path, required=True, metavar="KHÓA", help="tệp khóa khôi phục")
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Makes a home from a backup."""
    from sosach.store import start

    start.prepare()
    from sosach.store.desk.restore import restore

    folder = home.folder(chosen)
    done = restore(chosen.file, chosen.key_file, folder, home.address())
    held = done.manifest.database
    if chosen.json:
        told = {"home": str(folder), "on": done.manifest.on, "files": len(done.manifest.files)}
        fault = done.fault and {"seq": done.fault.seq, "why": done.fault.why}
        console.say_json(told | {"events": held.events, "head": held.head, "fault": fault})
    else:
        day = f" ngày {date.fromisoformat(done.manifest.on):%d/%m/%Y}" if done.manifest.on else ""
        console.say(
            f"Đã khôi phục chiến dịch {done.manifest.unit} vào {folder}, theo bản sao lưu{day}.\n"
            f"{len(done.manifest.files)} tệp, {done.originals} tệp gốc mở được, {held.events} sự kiện, "
            f"mã cuối {held.head[:16]}: tất cả khớp bản kê."
        )
    if done.fault:
        console.refuse(notice("restore_chain", count=done.fault.seq))
    return int(done.fault is not None)
