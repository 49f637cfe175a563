"""`sosach visits receive`: takes the answers of a hamlet in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.cli import console, home, reading
from sosach.intake.options import ReadingOptions

if TYPE_CHECKING:
    from sosach.store.desk.receive_visits import ReceivedVisit


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "receive",
        help="nhận phiếu thôn đã điền",
        description="Nhận câu trả lời theo mã dòng; trẻ gặp thêm được so với sổ và sổ khai sinh trước khi thêm vào.",
        epilog="Ví dụ:\n  sosach visits receive phieu/RS-0001-thon-go-me.xlsx --on 2026-06-17",
    )
    parser.add_argument("file", type=Path, metavar="TỆP", help="phiếu thôn đã điền")
    parser.add_argument("--password-file", type=Path, metavar="TỆP", help="tệp văn bản chứa mật khẩu mở tệp Excel")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Takes the file in."""
    from sosach.intake.visit_answer import read_visit_answer

    read = read_visit_answer(chosen.file, ReadingOptions(password=reading.password(chosen.password_file)))
    home.opened(chosen)
    from sosach.store.desk.receive_visits import receive_visits

    received = receive_visits(read, chosen.file.read_bytes(), actor=home.actor(chosen), on=home.on(chosen))
    for notice in received.notices:
        console.remark(notice)
    if chosen.json:
        told = {"visit": received.visit.code, "hamlet": received.visit.hamlet, "operation": received.operation}
        console.say_json({**told, **received.figures, "details": received.details})
    else:
        console.say(_in_words(received))
    return 0


def _in_words(received: ReceivedVisit) -> str:
    told = received.figures
    head = f"Phiếu {received.visit.code}, {received.visit.hamlet}"
    if received.operation is not None:
        head += f" (việc số {received.operation})"
    lines = [
        f"{head}: {told['answered']} câu có trả lời, {told['unanswered']} câu chưa, {told['altered_rows']} dòng bị sửa "
        f"nên chưa ghi, {told['unknown_rows']} dòng lạ.",
        f"Đã áp dụng: {told['applied']}; chờ quyết định: {told['conflicts']}; chuyển bước tiếp: {told['next_step']}; "
        f"ghi nhận, còn hỏi: {told['noted']}; lặp lại: {told['repeated']}.",
    ]
    if told["met"]:
        lines.append(
            f"Trẻ gặp thêm: {told['met']}: thêm vào sổ {told['met_new']}, đã có trong sổ {told['met_known']}, "
            f"chờ quyết định {told['met_waiting']}, đã ghi trước đó {told['met_repeated']}."
        )
    return "\n".join(lines)
