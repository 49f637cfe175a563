"""`sosach police receive`: takes the answers of the police in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.cli import console, home
from sosach.findings.notices import refused
from sosach.intake.options import ReadingOptions

if TYPE_CHECKING:
    from sosach.store.desk.receive_answer import Received


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "receive",
        help="nhận kết quả Công an trả",
        description="Nhận tệp Công an đã ghi kết quả: số được cấp thì cập nhật, việc còn vướng thì chờ quyết định.",
        epilog="Ví dụ:\n  sosach police receive dot-1.xlsx --on 2026-06-24",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp Công an trả")
    parser.add_argument("--batch", metavar="ĐỢT", help="chỉ nhận nếu là đợt này, thí dụ TE-02")
    parser.add_argument("--password-file", type=Path, metavar="TỆP", help="tệp văn bản chứa mật khẩu mở tệp Excel")
    parser.add_argument("--minutes", type=Path, metavar="THƯ_MỤC", help="ghi thêm số liệu biên bản: minutes.json")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Takes the file in."""
    from sosach.cli import reading
    from sosach.intake.police_answer import read_police_answer

    password = reading.password(chosen.password_file)
    read = read_police_answer(chosen.file, ReadingOptions(password=password))
    home.opened(chosen)
    from sosach.store.desk.receive_answer import Came, receive_answer

    came = Came(
        read=read,
        content=_bytes(chosen.file),
        batch=chosen.batch,
        minutes=chosen.minutes,
        has_password=password is not None,
    )
    received = receive_answer(came, actor=home.actor(chosen), on=home.on(chosen))
    for notice in received.notices:
        console.remark(notice)
    if chosen.json:
        told = {"batch": received.batch, **received.figures, "operation": received.operation}
        console.say_json({**told, "details": received.details})
    else:
        console.say(_in_words(received))
    return 0


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as failure:
        raise refused("file_not_found", file=path.name) from failure


def _in_words(received: Received) -> str:
    told = received.figures
    head = f"Đợt {received.batch}"
    if received.operation is not None:
        head += f" (việc số {received.operation})"
    waits = "\nXem vì sao và quyết định: sosach police list" if told["conflicts"] else ""
    return (
        f"{head}: {told['answered']} dòng có kết quả, {told['unanswered']} dòng chưa trả, "
        f"{told['altered_rows']} dòng bị sửa nên chưa áp dụng, {told['unknown_rows']} dòng lạ.\n"
        f"Đã áp dụng: {told['applied']}; chờ quyết định: {told['conflicts']}; chuyển bước tiếp: {told['next_step']}; "
        f"lặp lại: {told['repeated']}.{waits}"
    )
