"""`sosach visits send`: a workbook and a printable list for every hamlet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sosach.cli import console, home
from sosach.cli.parser import day

if TYPE_CHECKING:
    from sosach.store.desk.send_visits import SentVisits


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "send",
        help="lập phiếu cho các thôn",
        description="Lập cho mỗi thôn một tệp Excel để điền và một trang để in: mỗi hộ một khối, đủ câu hỏi cả nhà.",
        epilog='Ví dụ:\n  sosach visits send --all --out phieu\n  sosach visits send --hamlet "Gò Me" --out phieu',
    )
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--hamlet", action="append", default=[], metavar="THÔN", help="tên thôn (dùng được nhiều lần)")
    whom.add_argument("--all", action="store_true", help="mọi thôn trong kế hoạch")
    parser.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi các tệp")
    parser.add_argument(
        "--due", type=day("--due"), metavar="NGÀY", help="hạn trả; mặc định: ngày cuối giai đoạn rà soát của kế hoạch"
    )
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Makes the lists."""
    home.opened(chosen)
    from sosach.store.desk.send_visits import ToSend, send_visits

    wanted = ToSend(hamlets=tuple(chosen.hamlet), out=chosen.out, due=chosen.due)
    sent = send_visits(wanted, actor=home.actor(chosen), on=home.on(chosen))
    for notice in sent.notices:
        console.remark(notice)
    if chosen.json:
        console.say_json({"visits": _told(sent, chosen.out)})
    else:
        console.say(_in_words(sent, chosen.out))
    return 0


def _told(sent: SentVisits, out: Path) -> list[dict[str, Any]]:
    return [
        {
            "visit": visit.code,
            "operation": visit.operation,
            "hamlet": visit.hamlet,
            "households": visit.households,
            "persons": visit.persons,
            "questions": visit.questions,
            "left_out": visit.left_out,
            "due": visit.due.isoformat(),
            "workbook": str(out / visit.file_name) if visit.file_name else None,
            "page": str((out / visit.file_name).with_suffix(".html")) if visit.file_name else None,
        }
        for visit in sent.visits
    ]


def _in_words(sent: SentVisits, out: Path) -> str:
    written = [visit for visit in sent.visits if visit.file_name]
    if not written:
        return "Không lập phiếu nào."
    lines = [
        f"{visit.code} (việc số {visit.operation}), {visit.hamlet}: {visit.households} hộ, {visit.persons} người, "
        f"{visit.questions} câu hỏi, hạn trả {visit.due:%d/%m/%Y}: {visit.file_name}"
        for visit in written
    ]
    return "\n".join([*lines, f"Tệp Excel và trang in (.html) nằm ở: {out}"])
