"""`sosach police send`: makes the next batch."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.campaign.readiness_words import KEPT_BACK_WORDS
from sosach.cli import console, home
from sosach.registers.catalogue import registers

if TYPE_CHECKING:
    from sosach.store.desk.send_batch import Sent


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "send",
        help="lập đợt chuyển Công an",
        description="Lập đợt kế tiếp gồm mọi người đủ điều kiện, ghi tệp Excel để chuyển Công an xã.",
        epilog="Ví dụ:\n  sosach police send children --on 2026-06-18 --out dot-1.xlsx --minutes bien-ban",
    )
    parser.add_argument("register", choices=tuple(registers()), metavar="SỔ", help=", ".join(registers()))
    parser.add_argument("--out", type=Path, required=True, metavar="TỆP.xlsx", help="tệp để chuyển Công an")
    parser.add_argument("--password-file", type=Path, metavar="TỆP", help="tệp văn bản chứa mật khẩu mở tệp Excel")
    parser.add_argument("--minutes", type=Path, metavar="THƯ_MỤC", help="ghi thêm số liệu biên bản: minutes.json")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Makes the batch."""
    from sosach.cli import reading

    password = reading.password(chosen.password_file)
    home.opened(chosen)
    from sosach.store.desk.send_batch import ToSend, send_batch

    wanted = ToSend(register=chosen.register, out=chosen.out, password=password, minutes=chosen.minutes)
    sent = send_batch(wanted, actor=home.actor(chosen), on=home.on(chosen))
    for notice in sent.notices:
        console.remark(notice)
    if chosen.json:
        console.say_json(_figures(sent))
    else:
        console.say(_in_words(sent, chosen))
    return 0


def _figures(sent: Sent) -> dict[str, object]:
    told: dict[str, object] = {"batch": None, "rows": 0, "groups": {}, "kept_back": dict(sent.kept_back)}
    if sent.batch is None:
        return told
    return told | {
        "batch": sent.batch.code,
        "operation": sent.batch.operation,
        "rows": sent.batch.rows,
        "groups": sent.minutes["groups"],
        "sent_on": sent.batch.sent_on.isoformat(),
        "due": sent.batch.due.isoformat(),
        "file": sent.minutes["file"],
        "chain_head": sent.minutes["chain_head"],
    }


def _in_words(sent: Sent, chosen: argparse.Namespace) -> str:
    person = registers()[chosen.register].person
    lines = []
    if sent.batch is not None:
        lines += [
            f"Đợt {sent.batch.code} (việc số {sent.batch.operation}): {sent.batch.rows} {person}, "
            f"hạn trả {sent.batch.due:%d/%m/%Y}.",
            f"Tệp để chuyển Công an: {chosen.out}",
        ]
    back = [
        f"  {count} {person}: {KEPT_BACK_WORDS[why]}" for why, count in sent.kept_back.items() if why in KEPT_BACK_WORDS
    ]
    if back:
        lines += ["Còn câu hỏi về số định danh nhưng chưa chuyển:", *sorted(back)]
    return "\n".join(lines)
