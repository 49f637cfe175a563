"""`sosach set-aside`: what a rule finds of a person may stand, with a reason."""

from __future__ import annotations

import argparse

from sosach.cli import console, home
from sosach.registers.catalogue import registers

_DESCRIPTION = """\
Để lại một vấn đề có lý do, thí dụ hai trẻ trùng tên là hai người khác nhau. Khi giá trị đổi, vấn đề được hỏi lại.

Cách dùng: sosach set-aside SỔ MÃ_HỒ_SƠ MÃ_VẤN_ĐỀ --reason LÝ_DO [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach set-aside children TE27000013 row_same_person --reason "Sinh đôi, đã xem giấy khai sinh" """


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "set-aside", help="để lại một vấn đề có lý do", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("register", choices=tuple(registers()), metavar="SỔ", help=", ".join(registers()))
    parser.add_argument("record_code", metavar="MÃ_HỒ_SƠ", help="mã hồ sơ")
    parser.add_argument("rule", metavar="MÃ_VẤN_ĐỀ", help="mã của quy tắc, xem docs/rules.md")
    parser.add_argument("--reason", required=True, metavar="LÝ_DO", help="lý do")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Lets it stand."""
    home.opened(chosen)
    from sosach.store.desk.set_aside import set_findings_aside

    done = set_findings_aside(
        chosen.register,
        chosen.record_code,
        chosen.rule,
        chosen.reason,
        actor=home.actor(chosen),
        on=home.on(chosen),
    )
    if chosen.json:
        console.say_json({"operation": done.operation, "set_aside": done.findings})
    else:
        console.say(f"Đã để lại {done.findings} vấn đề của hồ sơ {chosen.record_code} (việc số {done.operation}).")
    return 0
