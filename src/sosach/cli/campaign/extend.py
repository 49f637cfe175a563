"""`sosach campaign extend`: moves the deadline of a register, with the document that says so."""

from __future__ import annotations

import argparse

from sosach.cli import console, home
from sosach.cli.parser import day
from sosach.registers.catalogue import registers


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "extend",
        help="gia hạn một sổ theo văn bản",
        description="Dời thời hạn của một sổ; phải có số văn bản và lý do.",
        epilog='Ví dụ:\n  sosach campaign extend children --until 2026-06-30 --document 123/UBND --reason "Mất điện"',
    )
    parser.add_argument("register", choices=tuple(registers()), metavar="SỔ", help=", ".join(registers()))
    parser.add_argument("--until", type=day("--until"), required=True, metavar="NGÀY", help="hạn mới, dạng 2026-06-30")
    parser.add_argument("--document", required=True, metavar="SỐ", help="số văn bản cho phép")
    parser.add_argument("--reason", required=True, metavar="LÝ_DO", help="lý do")
    home.declare(parser, writes=True)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Moves the deadline."""
    home.opened(chosen)
    from sosach.store.accounts.services import extend

    number = extend(
        chosen.register,
        until=chosen.until,
        document=chosen.document,
        reason=chosen.reason,
        actor=home.actor(chosen),
        on=home.on(chosen),
    )
    label = registers()[chosen.register].label
    console.say(f"Đã gia hạn sổ {label} đến ngày {chosen.until:%d/%m/%Y} (việc số {number}).")
    return 0
