"""`sosach report edit`: the office's own words in place of a drafted section."""

from __future__ import annotations

import argparse
from pathlib import Path

from sosach.cli import console, home
from sosach.findings.notices import refused

SECTIONS = ("work", "difficulties", "tasks", "proposals")  # of `papers.edited`, which help can do without


def declare(tasks: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The task and its options."""
    parser = tasks.add_parser(
        "edit",
        help="thay lời dự thảo của một mục bằng lời của xã",
        description="Thay lời dự thảo của một mục bằng lời trong tệp văn bản, mỗi dòng một đoạn; --draft để lấy lại "
        f"lời dự thảo. Các mục: {', '.join(SECTIONS)}.",
        epilog="Ví dụ:\n  sosach report edit TE-2026-25 difficulties --text kho-khan.txt",
    )
    parser.add_argument("number", metavar="SỐ", help="số của bản chốt")
    parser.add_argument("section", metavar="MỤC", help=", ".join(SECTIONS))
    parser.add_argument("--text", type=Path, metavar="TỆP", help="tệp văn bản UTF-8")
    parser.add_argument("--draft", action="store_true", help="lấy lại lời dự thảo")
    home.declare(parser, writes=True)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Replaces it."""
    words = None if chosen.draft else _words(chosen.text)
    home.opened(chosen)
    from sosach.store.reports.services import edit

    edit(chosen.number, chosen.section, words, actor=home.actor(chosen), on=home.on(chosen))
    console.say(f"Đã sửa mục {chosen.section} của bản chốt {chosen.number}.")
    return 0


def _words(path: Path | None) -> str:
    if path is None:
        raise refused("report_words", file="--text")
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise refused("report_words", file=path.name) from None
