"""`sosach civil pair`: says whether a child and an entry of the births book are one person."""

from __future__ import annotations

import argparse

from sosach.cli import console, home

_SAID = {"same": True, "other": False}


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "pair",
        help="trẻ và dòng khai sinh là một người hay hai người",
        description="Trả lời một cặp cần xem; câu trả lời dùng cho mọi lần đối chiếu sau.",
        epilog='Ví dụ:\n  sosach civil pair TE000012 845 same --reason "Đã xem giấy khai sinh"',
    )
    parser.add_argument("record_code", metavar="MÃ_HỒ_SƠ", help="mã hồ sơ của trẻ")
    parser.add_argument("entry", type=int, metavar="SỐ_DÒNG", help="số của dòng khai sinh, xem sosach civil list")
    parser.add_argument("said", choices=tuple(_SAID), metavar="same|other", help="một người (same), hai người (other)")
    parser.add_argument("--reason", default="", metavar="LÝ_DO", help="vì sao biết")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Records the answer."""
    home.opened(chosen)
    from sosach.store.desk.settle_difference import rule_pair

    number = rule_pair(
        chosen.record_code,
        chosen.entry,
        chosen.reason,
        same=_SAID[chosen.said],
        actor=home.actor(chosen),
        on=home.on(chosen),
    )
    if chosen.json:
        console.say_json({"operation": number})
    else:
        console.say(f"Đã ghi câu trả lời (việc số {number}).")
    return 0
