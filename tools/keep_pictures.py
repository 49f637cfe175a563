"""Keeps pictures that the guide names, and what tasks cost, from a folder that the browser tests filled.

SOSACH_PICTURES=FOLDER python -m pytest tests/web/browser && python tools/keep_pictures.py FOLDER
"""

import csv
import re
import shutil
import sys
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
PICTURES = DOCS / "huong-dan" / "hinh"
TASKS = DOCS / "desk-tasks.md"
_NAMED = re.compile(r"hinh/([\w-]+\.webp)")


def named() -> set[str]:
    """The pictures that pages of the guide show."""
    pages = [*(DOCS / "huong-dan").rglob("*.md"), *DOCS.parent.glob("README*.md")]
    return {name for page in pages for name in _NAMED.findall(page.read_text(encoding="utf-8"))}


def keep(folder: Path) -> None:
    """Copies the pictures that are named and there, and writes clicks, keys and seconds into the table."""
    for name in sorted(named()):
        if (folder / name).exists():
            shutil.copyfile(folder / name, PICTURES / name)
    figures = folder / "desk-tasks.csv"
    if figures.exists():
        text = TASKS.read_text(encoding="utf-8")
        for task, *told in csv.reader(figures.read_text(encoding="utf-8").splitlines()):
            row = re.compile(rf"^\| {re.escape(task)} \|( [\d.]+ \|){{3}}", re.MULTILINE)
            text = row.sub(f"| {task} | {' | '.join(told)} |", text)
        TASKS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
