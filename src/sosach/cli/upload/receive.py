"""`sosach upload receive`: the ticks of a typing list are taken in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.cli import console, home, reading
from sosach.intake.options import ReadingOptions

if TYPE_CHECKING:
    from sosach.store.upload.services.ticking import Received


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "receive",
        help="nhận danh sách nhập tay đã đánh dấu",
        description="Nhận danh sách nhập tay: dòng đã đánh dấu là đã nhập, dòng không nhập được giữ lý do.",
        epilog="Ví dụ:\n  sosach upload receive tai-len-list.xlsx",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="danh sách nhập tay đã đánh dấu")
    parser.add_argument("--password-file", type=Path, metavar="TỆP", help="tệp văn bản chứa mật khẩu mở tệp Excel")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Takes the list in."""
    from sosach.intake.typing_ticks import read_ticks

    ticks = read_ticks(chosen.file, ReadingOptions(password=reading.password(chosen.password_file)))
    home.opened(chosen)
    from sosach.store.desk.receive_ticks import receive_ticks

    received = receive_ticks(ticks, chosen.file.read_bytes(), actor=home.actor(chosen), on=home.on(chosen))
    for notice in received.notices:
        console.remark(notice)
    if chosen.json:
        told = {"upload": received.upload.code, "operation": received.operation, "lines": received.upload.lines}
        console.say_json({**told, **received.figures})
    else:
        console.say(_in_words(received))
    return 0


def _in_words(received: Received) -> str:
    told = received.figures
    head = f"Danh sách nhập tay {received.upload.code}"
    if received.operation is not None:
        head += f" (việc số {received.operation})"
    return (
        f"{head}: {told['typed']} dòng đã nhập, {told['failed']} dòng không nhập được, {told['repeated']} dòng đã ghi "
        f"trước đó, {told['unticked']} dòng chưa đánh dấu.\n"
        f"Dòng bị sửa nên chưa ghi: {told['altered_rows']}; dòng lạ: {told['unknown_rows']}."
    )
