"""What every task of `sosach papers` shares: where papers go, and what is said of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from sosach.cli import console


def declare_out(parser: argparse.ArgumentParser) -> None:
    """Adds where the papers are written, and `--json`."""
    parser.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi các tệp")
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")


def say(chosen: argparse.Namespace, files: Sequence[Path]) -> int:
    """Tells which files were written."""
    if chosen.json:
        console.say_json({"files": [str(file) for file in files]})
        return 0
    for file in files:
        console.say(f"Đã ghi {file}")
    return 0
