"""`sosach campaign start`: begins a campaign with a plan."""

from __future__ import annotations

import argparse
from pathlib import Path

from sosach.cli import console, home

_DESCRIPTION = """\
Bắt đầu chiến dịch: xã, thôn, tổ chức, thời hạn lấy từ tệp kế hoạch. Khóa khôi phục của bản sao lưu được ghi một lần vào
một tệp để cất đi; chương trình không giữ khóa."""

_EPILOG = """\
Ví dụ:
  sosach campaign start --plan plans/mau.toml --home du-lieu --recovery-key E:/khoa-khoi-phuc.txt"""


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "start", help="bắt đầu chiến dịch theo kế hoạch", description=_DESCRIPTION, epilog=_EPILOG
    )
    parser.add_argument("--plan", type=Path, required=True, metavar="PLAN.toml", help="kế hoạch của xã")
    parser.add_argument(
        "--recovery-key",
        type=Path,
        metavar="TỆP",
        help="nơi ghi khóa khôi phục; mặc định: cạnh thư mục dữ liệu, <tên thư mục>-khoa-khoi-phuc.txt",
    )
    home.declare(parser, writes=True)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Begins a campaign."""
    from sosach.campaign.plan import read_plan
    from sosach.store.start import new_home

    read_plan(chosen.plan)  # what cannot be used is refused before anything is made
    folder = home.folder(chosen)
    new_home(folder, home.address())
    from sosach.store.desk.begin import begin_campaign, key_file_beside

    key_file = chosen.recovery_key or key_file_beside(folder)
    campaign = begin_campaign(chosen.plan, key_file, actor=home.actor(chosen), on=home.on(chosen))
    console.say(
        f"Đã bắt đầu chiến dịch của {campaign.unit_name}, {campaign.province}.\nDữ liệu nằm ở: {folder}\n"
        f"Khóa khôi phục nằm ở: {key_file}\n"
        "In ra hoặc chép vào USB, cất vào tủ có khóa, rồi xóa tệp khóa khỏi máy. Mất khóa thì không ai mở được bản sao "
        "lưu."
    )
    return 0
