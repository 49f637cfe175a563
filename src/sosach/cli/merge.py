"""`sosach merge`: two records of a register are one person."""

from __future__ import annotations

import argparse

from sosach.cli import console, home
from sosach.registers.catalogue import registers

_DESCRIPTION = """\
Hai hồ sơ là một người: hồ sơ thứ nhất ra khỏi sổ, hồ sơ thứ hai được giữ. Giá trị của cả hai vẫn còn trong nhật ký.

Cách dùng: sosach merge SỔ MÃ_HỒ_SƠ MÃ_HỒ_SƠ_GIỮ_LẠI --reason LÝ_DO [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach merge children TE27000310 TE27000013 --reason "Nhập hai lần ở hai thôn, gia đình xác nhận" """


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser("merge", help="gộp hai hồ sơ của một người", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("register", choices=tuple(registers()), metavar="SỔ", help=", ".join(registers()))
    parser.add_argument("record_code", metavar="MÃ_HỒ_SƠ", help="hồ sơ ra khỏi sổ")
    parser.add_argument("into", metavar="MÃ_HỒ_SƠ_GIỮ_LẠI", help="hồ sơ được giữ")
    parser.add_argument("--reason", required=True, metavar="LÝ_DO", help="vì sao biết là một người")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Merges them."""
    home.opened(chosen)
    from sosach.store.desk.merge import merge_records

    done = merge_records(
        chosen.register,
        chosen.record_code,
        chosen.into,
        chosen.reason,
        actor=home.actor(chosen),
        on=home.on(chosen),
    )
    if chosen.json:
        console.say_json({"operation": done.operation, "settled": done.findings.closed})
    else:
        console.say(f"Đã gộp hồ sơ {chosen.record_code} vào {chosen.into} (việc số {done.operation}).")
    return 0
