"""`sosach campaign key`: a new recovery key in place of one that was lost or that somebody else has seen."""

from __future__ import annotations

import argparse
from pathlib import Path

from sosach.cli import console, home


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "key",
        help="đổi khóa khôi phục",
        description="Tạo khóa khôi phục mới khi khóa cũ bị mất hoặc bị lộ. Bản sao lưu và tệp gốc có từ trước vẫn chỉ "
        "khóa cũ mở được.",
        epilog="Ví dụ:\n  sosach campaign key --recovery-key E:/khoa-moi.txt",
    )
    parser.add_argument("--recovery-key", type=Path, required=True, metavar="TỆP", help="nơi ghi khóa mới")
    home.declare(parser, writes=True)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Makes the key."""
    home.opened(chosen)
    from sosach.store.desk.begin import replace_key

    number = replace_key(chosen.recovery_key, actor=home.actor(chosen), on=home.on(chosen))
    console.say(
        f"Đã đổi khóa khôi phục (việc số {number}). Khóa mới ở: {chosen.recovery_key}\n"
        "In ra hoặc chép vào USB, cất vào tủ có khóa, rồi xóa tệp khỏi máy. Sao lưu lại ngay bằng sosach backup."
    )
    return 0
