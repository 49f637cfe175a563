"""`sosach campaign`: begins a campaign, and says how far it is."""

from __future__ import annotations

import argparse
from pathlib import Path

from sosach.cli import console, home

_DESCRIPTION = """\
Bắt đầu và theo dõi chiến dịch rà soát của xã.

Cách dùng: sosach campaign VIỆC [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach campaign start --plan plans/mau.toml
  sosach campaign status --json"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its tasks."""
    parser = commands.add_parser(
        "campaign", help="bắt đầu và theo dõi chiến dịch", description=_DESCRIPTION, epilog=_EPILOG
    )
    tasks = parser.add_subparsers(title="Việc", metavar="VIỆC", dest="task", required=True)
    _declare_start(tasks)
    _declare_status(tasks)


def _declare_start(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = tasks.add_parser(
        "start",
        help="bắt đầu chiến dịch theo kế hoạch",
        description="Bắt đầu chiến dịch: xã, thôn, tổ chức, thời hạn lấy từ tệp kế hoạch.",
        epilog="Ví dụ:\n  sosach campaign start --plan plans/mau.toml --home du-lieu",
    )
    parser.add_argument("--plan", type=Path, required=True, metavar="PLAN.toml", help="kế hoạch của xã")
    home.declare(parser, writes=True)
    parser.set_defaults(run=start)


def _declare_status(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = tasks.add_parser(
        "status",
        help="tình hình: số người, số vấn đề theo nhóm",
        description="Tình hình của từng sổ: số người, số vấn đề theo nhóm của kế hoạch.",
        epilog="Ví dụ:\n  sosach campaign status\n  sosach campaign status --json",
    )
    home.declare(parser, writes=False)
    parser.add_argument("--json", action="store_true", help="in số liệu dạng JSON")
    parser.set_defaults(run=status)


def start(chosen: argparse.Namespace) -> int:
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


def status(chosen: argparse.Namespace) -> int:
    """How far the campaign is."""
    home.opened(chosen)
    from sosach.store.desk.status import in_words, status_of

    figures = status_of(home.on(chosen))
    if chosen.json:
        console.say_json(figures)
    else:
        console.say(in_words(figures))
    return 0
