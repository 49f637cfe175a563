"""`sosach campaign start`: begins a campaign with a plan."""

from __future__ import annotations

import argparse
from pathlib import Path

from sosach.cli import console, home


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "start",
        help="bắt đầu chiến dịch theo kế hoạch",
        description="Bắt đầu chiến dịch: xã, thôn, tổ chức, thời hạn lấy từ tệp kế hoạch.",
        epilog="Ví dụ:\n  sosach campaign start --plan plans/mau.toml --home du-lieu",
    )
    parser.add_argument("--plan", type=Path, required=True, metavar="PLAN.toml", help="kế hoạch của xã")
    home.declare(parser, writes=True)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Begins a campaign."""
    from sosach.campaign.plan import read_plan
    from sosach.store.start import new_home

    read_plan(chosen.plan)  # what cannot be used is refused before anything is made
    folder = home.folder(chosen)
    new_home(folder, home.address())
    from sosach.store.accounts.services import start_campaign

    campaign = start_campaign(chosen.plan, actor=home.actor(chosen), on=home.on(chosen))
    console.say(f"Đã bắt đầu chiến dịch của {campaign.unit_name}, {campaign.province}.\nDữ liệu nằm ở: {folder}")
    return 0
