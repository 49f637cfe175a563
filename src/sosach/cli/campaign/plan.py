"""`sosach campaign plan`: follows another plan, after showing what it changes."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.cli import console, home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sosach.store.desk.replace_plan import Difference

_DESCRIPTION = """\
Thay kế hoạch của chiến dịch đang chạy. Không có --reason thì chỉ cho xem những gì khác; có --reason thì thay, ghi vào
nhật ký và tính lại các vấn đề. Kế hoạch cũ được giữ lại."""

_EPILOG = """\
Ví dụ:
  sosach campaign plan plans/mau.toml
  sosach campaign plan plans/mau.toml --reason "Quyết định số 12/QĐ-UBND sáp nhập thôn" """


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser("plan", help="thay kế hoạch, xem những gì khác", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("plan", type=Path, metavar="PLAN.toml", help="kế hoạch mới")
    parser.add_argument("--reason", default="", metavar="LÝ_DO", help="văn bản làm căn cứ; không có thì chỉ xem")
    home.declare(parser, writes=True)
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Shows what differs, and with a reason follows the new plan."""
    home.opened(chosen)
    from sosach.store.desk.replace_plan import compare_plan, replace_plan

    number, differences = None, compare_plan(chosen.plan)
    if chosen.reason:
        done = replace_plan(chosen.plan, chosen.reason, actor=home.actor(chosen), on=home.on(chosen))
        number, differences = done.operation, done.differences
    if chosen.json:
        console.say_json({"operation": number, "differences": [asdict(one) for one in differences]})
    else:
        console.say(_in_words(differences, number))
    return 0


def _in_words(differences: Sequence[Difference], number: int | None) -> str:
    if not differences:
        return "Kế hoạch này giống kế hoạch đang dùng; không có gì thay đổi."
    lines = [f"  {one.place}: {one.old or '(không có)'} → {one.new or '(không có)'}" for one in differences]
    done = (
        f"Đã thay kế hoạch (việc số {number})."
        if number
        else 'Chưa thay gì. Muốn thay thì chạy lại và thêm --reason "văn bản làm căn cứ".'
    )
    return "\n".join([f"Khác kế hoạch đang dùng ở {len(differences)} chỗ:", *lines, done])
