"""`sosach report weekly|monthly|final|adhoc`: freezes the figures of a period, and writes them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sosach.cli import console, home
from sosach.cli.parser import day
from sosach.registers.catalogue import registers

if TYPE_CHECKING:
    from sosach.store.reports.models import Snapshot

_KINDS = {
    "weekly": ("báo cáo tuần", "số liệu chốt 17 giờ 00 thứ Năm gần nhất không sau --on"),
    "monthly": ("báo cáo tháng", "số liệu chốt theo lần chốt tuần gần nhất không sau --on"),
    "final": ("báo cáo tổng kết chiến dịch", "số liệu chốt 17 giờ 00 ngày --on"),
    "adhoc": ("báo cáo đột xuất", "từ --from đến 17 giờ 00 ngày --on"),
}


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The tasks and their options."""
    for kind, (label, cut_off) in _KINDS.items():
        parser = tasks.add_parser(
            kind,
            help=label,
            description=f"Lập {label}: {cut_off}. Đã chốt thì in lại đúng số đã chốt.",
            epilog=f"Ví dụ:\n  sosach report {kind} --on 2026-06-19 --out bao-cao",
        )
        parser.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi báo cáo")
        parser.add_argument("--register", choices=tuple(registers()), help="chỉ sổ này; mặc định: mọi sổ đã có dữ liệu")
        if kind == "adhoc":
            parser.add_argument(
                "--from", dest="first_day", type=day("--from"), metavar="NGÀY", help="ngày đầu; mặc định: ngày bắt đầu"
            )
        parser.add_argument("--template", type=Path, metavar="TỆP", help="mẫu Word riêng (xem sosach report template)")
        parser.add_argument("--fallback", action="store_true", help="mẫu riêng lỗi thì dùng mẫu có sẵn")
        parser.add_argument("--correct", default="", metavar="LÝ_DO", help="chốt lại thành bản mới, kèm lý do")
        home.declare(parser, writes=True)
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        parser.set_defaults(run=run, kind=kind)


def run(chosen: argparse.Namespace) -> int:
    """Freezes and writes."""
    home.opened(chosen)
    from sosach.store.desk.write_report import write_report
    from sosach.store.reports.selectors import corrected
    from sosach.store.reports.services import Wanted, freeze_report

    on = home.on(chosen)
    wanted = Wanted(
        kind=chosen.kind,
        on=on,
        register=chosen.register,
        first_day=getattr(chosen, "first_day", None),
        correct=chosen.correct,
    )
    snapshot = freeze_report(wanted, actor=home.actor(chosen))
    written = write_report(snapshot, chosen.out, chosen.template, fallback=chosen.fallback)
    if written.notice:
        console.refuse(written.notice)
    if chosen.json:
        console.say_json(_told(snapshot, [str(file) for file in written.files]))
        return 0
    console.say(f"Bản chốt {snapshot.number}, số liệu đến 17 giờ 00 ngày {snapshot.cut_off:%d/%m/%Y}.")
    for difference in corrected(snapshot):
        console.say(f"  Khác bản {snapshot.corrects}: {difference.sentence}")
    for file in written.files:
        console.say(f"  {file}")
    return 0


def _told(snapshot: Snapshot, files: list[str]) -> dict[str, Any]:
    return {
        "number": snapshot.number,
        "kind": snapshot.kind,
        "from": snapshot.first_day.isoformat(),
        "cut_off": snapshot.cut_off.isoformat(),
        "sha256": snapshot.sha256,
        "corrects": snapshot.corrects or None,
        "approved": snapshot.approved_on is not None,
        "files": files,
    }
