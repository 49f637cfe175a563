"""`sosach papers letters`: letters that follow from the last figures, and those about children held twice."""

from __future__ import annotations

import argparse

from sosach.cli import home
from sosach.cli.papers import written

_DESCRIPTION = """\
Công văn đề nghị gia hạn (khi kế hoạch không thể làm kịp và chưa gia hạn) và danh sách trẻ chưa đăng ký khai sinh, theo
bản chốt số liệu gần nhất. Với --held-twice: công văn đề nghị xã khác phối hợp xác minh, kèm phiếu kín."""

_EPILOG = """\
Ví dụ:
  sosach papers letters --out cong-van
  sosach papers letters --held-twice TE27000013 --commune "xã Tân Mẫu" --out cong-van"""


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "letters", help="công văn và danh sách kèm theo", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument(
        "--held-twice", action="append", default=[], metavar="MÃ_HỒ_SƠ", help="trẻ có thể đang ở sổ của xã khác"
    )
    parser.add_argument("--commune", default="", metavar="XÃ", help="xã cần phối hợp xác minh")
    parser.add_argument("--point", default="Phần mềm báo trùng thông tin", metavar="NỘI_DUNG", help="điểm cần xác minh")
    written.declare_out(parser)
    home.declare(parser, writes=True)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Writes them."""
    home.opened(chosen)
    from sosach.store.desk.held_twice import Doubt, write_held_twice
    from sosach.store.desk.write_papers import write_letters

    actor, on = home.actor(chosen), home.on(chosen)
    if chosen.held_twice:
        doubt = Doubt(commune=chosen.commune, record_codes=chosen.held_twice, point=chosen.point)
        return written.say(chosen, write_held_twice(doubt, chosen.out, on, actor=actor))
    return written.say(chosen, write_letters(chosen.out, on, actor=actor))
