"""`sosach backup`: the whole home in one sealed file."""

from __future__ import annotations

import argparse
from pathlib import Path

from sosach.cli import console, home

_DESCRIPTION = """\
Sao lưu toàn bộ chiến dịch vào một tệp đã khóa (age). Tệp được mở lại và so với bản gốc ngay sau khi ghi; chỉ khóa khôi
phục mở được nó. Các lệnh khác vẫn chạy trong lúc sao lưu.

Cách dùng: sosach backup TỆP [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach backup E:/so-sach-2026-06-18.age
  sosach backup so-sach.age --recipient age1…"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "backup", help="sao lưu toàn bộ chiến dịch vào một tệp đã khóa", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp sao lưu, tốt nhất trên USB hoặc máy khác")
    parser.add_argument(
        "--recipient",
        action="append",
        default=[],
        metavar="KHÓA_NHẬN",
        help="khóa nhận (age1…) của người khác cũng mở được, lặp lại được",
    )
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Writes a backup."""
    home.opened(chosen)
    from sosach.store.desk.back_up import back_up

    done = back_up(chosen.file, chosen.recipient, actor=home.actor(chosen), on=home.on(chosen))
    for said in done.notices:
        console.remark(said)
    held = done.manifest.database
    if chosen.json:
        told = {"file": str(done.file), "bytes": done.size, "files": len(done.manifest.files)}
        rows = sum(table.rows for table in held.tables)
        console.say_json(told | {"rows": rows, "events": held.events, "head": held.head})
        return 0
    console.say(
        f"Đã sao lưu vào {done.file}: {len(done.manifest.files)} tệp, {_megabytes(done.size)} MB, "
        f"{held.events} sự kiện, mã cuối {held.head[:16]}.\n"
        "Đã mở lại và so từng byte. Chỉ khóa khôi phục mở được tệp này."
    )
    return 0


def _megabytes(size: int) -> str:
    """One decimal, with a comma.

    >>> _megabytes(1_500_000)
    '1,5'
    """
    return f"{size / 1_000_000:.1f}".replace(".", ",")
