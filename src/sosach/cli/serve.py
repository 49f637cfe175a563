"""`sosach serve`: the pages of a campaign, in the browser of this machine."""

from __future__ import annotations

import argparse

from sosach.cli import console, home

_DESCRIPTION = """\
Mở chiến dịch trong trình duyệt. Chưa có chiến dịch thì trang đầu tiên hỏi xã nào và lập tài khoản đầu tiên.
Dừng bằng Ctrl+C.

Cách dùng: sosach serve [TÙY CHỌN]"""

_EPILOG = """\
Ví dụ:
  sosach serve
  sosach serve --home du-lieu --port 8800 --no-browser"""


def declare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "serve", help="mở chiến dịch trong trình duyệt", description=_DESCRIPTION, epilog=_EPILOG
    )
    home.declare(parser, writes=False)
    parser.add_argument("--host", default="127.0.0.1", metavar="ĐỊA_CHỈ", help="mặc định: chỉ máy này (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8765, metavar="CỔNG", help="mặc định: 8765; 0: cổng nào trống")
    parser.add_argument("--no-browser", action="store_true", help="không mở trình duyệt")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Serves until Ctrl+C."""
    import os

    from sosach.web.serving import Served, choose_settings, serve

    choose_settings()
    from sosach.store.home import Home
    from sosach.store.start import new_home, open_home
    from sosach.web.frame.clock import DAY

    if chosen.on:
        os.environ[DAY] = chosen.on.isoformat()
    folder = home.folder(chosen)
    opening = open_home if Home(folder).exists else new_home
    how = Served(host=chosen.host, port=chosen.port, browser=not chosen.no_browser)
    try:
        serve(opening(folder, home.address()), how, lambda address: console.say(f"Sổ Sạch đang chạy ở {address}"))
    except KeyboardInterrupt:
        console.say("Đã dừng.")
    return 0
