"""`sosach campaign calendar`: every date that the plan implies, and what cannot work in it."""

from __future__ import annotations

import argparse
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.cli import console, home
from sosach.findings.notices import refused

if TYPE_CHECKING:
    from sosach.campaign.calendar import Calendar
    from sosach.campaign.plan import Plan

_DESCRIPTION = """\
Tính mọi ngày mà kế hoạch nêu ra: giai đoạn, ngày chuyển và nhận danh sách của Công an, hạn cập nhật, báo cáo; chỉ ra
mốc không khả thi và cách sửa, chỗ kế hoạch nói hai cách. Không có --plan thì lấy kế hoạch và các lần gia hạn của chiến
dịch đang chạy.

Cách dùng: sosach campaign calendar [--plan PLAN.toml] [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach campaign calendar --plan plans/cao-duc-2026.toml
  sosach campaign calendar --plan plans/mau.toml --ics lich.ics
  sosach campaign calendar --json --fail-on-conflict

Mã kết thúc: 0 xong; 1 xong nhưng có mốc không khả thi (khi dùng --fail-on-conflict); 2 không dùng được đầu vào."""


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "calendar", help="lịch của chiến dịch, mốc không khả thi", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument(
        "--plan", type=Path, metavar="PLAN.toml", help="kế hoạch của xã; mặc định: kế hoạch của chiến dịch đang chạy"
    )
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in lịch dạng JSON")
    parser.add_argument("--ics", type=Path, metavar="TỆP", help="ghi thêm tệp .ics cho lịch của điện thoại, máy tính")
    parser.add_argument("--fail-on-conflict", action="store_true", help="kết thúc với mã 1 khi có mốc không khả thi")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Tells the calendar."""
    from sosach.campaign.calendar_json import as_json
    from sosach.campaign.calendar_words import in_words

    if chosen.ics is not None and chosen.ics.suffix.lower() != ".ics":
        raise refused("calendar_file", file=chosen.ics.name)
    plan, calendar = _calendar(chosen)
    if chosen.ics is not None:
        _write(chosen, plan, calendar)
    if chosen.json:
        console.say_json(as_json(calendar))
    else:
        console.say(in_words(calendar, plan))
        if chosen.ics is not None:
            console.say(f"\nĐã ghi {len(calendar.events)} mục lịch vào {chosen.ics}")
    return 1 if chosen.fail_on_conflict and calendar.conflicts else 0


def _calendar(chosen: argparse.Namespace) -> tuple[Plan, Calendar]:
    from sosach.campaign.calendar import calendar

    if chosen.plan is not None:
        from sosach.campaign.plan import read_plan

        plan = read_plan(chosen.plan)
        return plan, calendar(plan)
    home.opened(chosen)
    from sosach.store.accounts import selectors

    plan = selectors.plan()
    return plan, calendar(plan, selectors.extensions())


def _write(chosen: argparse.Namespace, plan: Plan, calendar: Calendar) -> None:
    from sosach.campaign.icalendar import as_icalendar
    from sosach.campaign.weeks import VIETNAM
    from sosach.outputs.whole_files import whole_files

    stamp = datetime.combine(home.on(chosen), time.min, VIETNAM)
    with whole_files(chosen.ics.absolute().parent) as files:
        files.fresh(chosen.ics).write_bytes(as_icalendar(calendar, plan, stamp))
