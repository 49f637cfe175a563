"""The options of commands that work in the home of a campaign, and how such a command opens it."""

from __future__ import annotations

import argparse
import getpass
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sosach.cli import console
from sosach.cli.parser import day

if TYPE_CHECKING:
    from sosach.store.home import Home
    from sosach.store.log.act import Actor


def declare(parser: argparse.ArgumentParser, *, writes: bool) -> None:
    """Adds `--home` and `--on`, and for commands that write `--by`."""
    parser.add_argument(
        "--home",
        type=Path,
        metavar="THƯ_MỤC",
        help="nơi lưu chiến dịch; mặc định: SOSACH_HOME, hoặc thư mục dữ liệu của máy",
    )
    parser.add_argument(
        "--on", type=day("--on"), metavar="NGÀY", help="ngày làm việc, dạng 2026-06-18; mặc định: hôm nay"
    )
    if writes:
        parser.add_argument(
            "--by", metavar="TÊN", help="người thực hiện; mặc định: SOSACH_USER, hoặc tên đăng nhập của máy"
        )


def folder(chosen: argparse.Namespace) -> Path:
    """Where the campaign lies."""
    from sosach.store.home import default_folder

    named: Path | None = chosen.home
    if named is not None:
        return named
    return Path(os.environ["SOSACH_HOME"]) if os.environ.get("SOSACH_HOME") else default_folder()


def opened(chosen: argparse.Namespace) -> Home:
    """Opens the home for services; Django is started here.

    Raises:
        Refused: there is no campaign, or its database cannot be opened.
    """
    from sosach.store.start import open_home

    return open_home(folder(chosen), address())


def address() -> str | None:
    """The PostgreSQL database, where there is one."""
    return os.environ.get("DATABASE_URL") or None


def actor(chosen: argparse.Namespace) -> Actor:
    """Who acts: on the command line the role is always `operator`."""
    from sosach.store.log.act import Actor

    return Actor(chosen.by or os.environ.get("SOSACH_USER") or getpass.getuser(), "operator")


def on(chosen: argparse.Namespace) -> date:
    """The day of the work."""
    chosen_day: date | None = chosen.on or getattr(chosen, "as_of", None)
    return chosen_day or console.today()
