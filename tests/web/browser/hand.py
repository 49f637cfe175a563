"""What a task costs somebody at the desk: clicks, keys and seconds, counted while it is done in a browser."""

import csv
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEPT = Path(__file__).parent.parent.parent.parent / "docs" / "desk-tasks.md"
FILE = "desk-tasks.csv"  # what the tests measured, where SOSACH_PICTURES says
_ROW = re.compile(r"^\| (?P<task>[^|]+) \| (?P<clicks>\d+) \| (?P<keys>\d+) \| (?P<seconds>[\d.]+) \|", re.M)


@dataclass(slots=True)
class Hand:
    """A hand at the mouse and the keyboard of a page; it finds everything by what is written on it."""

    page: "Page"
    clicks: int = 0
    keys: int = 0

    def click(self, what: str) -> None:
        """One click."""
        self.clicks += 1
        self.page.locator(what).first.click()

    def press(self, key: str) -> None:
        """One key."""
        self.keys += 1
        self.page.keyboard.press(key)

    def write(self, where: str, words: str) -> None:
        """A click into a field and a key for every letter."""
        self.clicks += 1
        self.keys += len(words)
        self.page.locator(where).first.fill(words)

    def choose(self, path: Path, where: str = "[name=file]") -> None:
        """A file: a click on the field, one on the file, one on Open."""
        self.clicks += 3
        self.page.locator(where).first.set_input_files(str(path))

    def take(self, what: str, folder: Path) -> Path:
        """A file that is handed out: one click, and where it lies afterwards."""
        with self.page.expect_download() as coming:
            self.click(what)
        path = folder / coming.value.suggested_filename
        coming.value.save_as(path)
        return path


@contextmanager
def doing(task: str, page: "Page", done: dict[str, tuple[int, int]]) -> Iterator[Hand]:
    """Counts a task into `done` (clicks and keys by task), and keeps its figures where SOSACH_PICTURES says."""
    hand, started = Hand(page), time.monotonic()
    yield hand
    done[task] = (hand.clicks, hand.keys)
    folder = os.environ.get("SOSACH_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        with (Path(folder) / FILE).open("a", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow([task, hand.clicks, hand.keys, f"{time.monotonic() - started:.1f}"])


def written_down() -> dict[str, tuple[int, int]]:
    """Clicks and keys by task, as docs/desk-tasks.md has them."""
    return {one["task"]: (int(one["clicks"]), int(one["keys"])) for one in _ROW.finditer(KEPT.read_text("utf-8"))}
