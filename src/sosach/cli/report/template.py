"""`sosach report template`: our order of a report as a Word file to begin with."""

from __future__ import annotations

import argparse
from pathlib import Path

from sosach.cli import console


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "template",
        help="tệp mẫu Word để sửa thành mẫu riêng",
        description="Ghi tệp mẫu Word: sửa kiểu chữ, thứ tự, thêm câu riêng, rồi dùng bằng --template hoặc đặt vào thư "
        "mục templates của chiến dịch với tên weekly.docx, monthly.docx, final.docx, adhoc.docx.",
        epilog="Ví dụ:\n  sosach report template --out mau-bao-cao.docx",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="TỆP", help="nơi ghi tệp mẫu .docx")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Writes it."""
    from sosach.outputs.papers.template import our_template
    from sosach.outputs.whole_files import whole_files

    with whole_files(chosen.out.absolute().parent) as files:
        files.fresh(chosen.out).write_bytes(our_template())
    console.say(f"Đã ghi {chosen.out}")
    return 0
