"""The tables of a plan file, read strictly: every key is asked for once, and what nobody asked for is refused.

A misspelt key that is passed over in silence would be a hamlet or a deadline that nobody misses until it is too late.
"""

import re
import tomllib
from collections.abc import Collection
from datetime import date, time
from pathlib import Path
from typing import TypeVar

from sosach.findings.notices import refused

T = TypeVar("T")

_LINE = re.compile(r"line (\d+)")
_KINDS = {
    str: "chữ trong dấu nháy kép",
    date: "ngày dạng 2026-06-18",
    time: "giờ dạng 10:00:00",
    int: "số nguyên",
    bool: "true hoặc false",
    list: "danh sách trong [ ]",
    dict: "một bảng",
}


class Table:
    """One table of the file."""

    def __init__(self, file: str, place: str, values: dict[str, object]) -> None:
        self.file, self.place, self.values = file, place, dict(values)

    def take(self, key: str, kind: type[T]) -> T:
        """A value that must be there."""
        found = self.maybe(key, kind)
        if found is None:
            raise refused("plan_missing", file=self.file, key=self.at(key))
        return found

    def maybe(self, key: str, kind: type[T]) -> T | None:
        """A value that may be left out."""
        found = self.values.pop(key, None)
        if found is None:
            return None
        if type(found) is not kind or found == "":  # a datetime is a date too, but not a day
            raise self.wrong(key, found, _KINDS[kind])
        return found

    def choice(self, key: str, known: Collection[str]) -> str:
        """A word out of those known."""
        found = self.take(key, str)
        if found not in known:
            raise self.wrong(key, found, f"một trong {', '.join(known)}")
        return found

    def maybe_choice(self, key: str, known: Collection[str]) -> str | None:
        """A word out of those known, which may be left out."""
        return self.choice(key, known) if key in self.values else None

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts, possibly empty."""
        found = self.maybe(key, list) or []
        for word in found:
            if not isinstance(word, str) or not word:
                raise self.wrong(key, word, _KINDS[str])
        return tuple(found)

    def choices(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of words out of those known, none twice, possibly empty."""
        found = self.words(key)
        for number, word in enumerate(found):
            if word not in known:
                raise self.wrong(key, word, f"một trong {', '.join(known)}")
            if word in found[:number]:
                raise self.wrong(key, word, "mỗi giá trị một lần")
        return found

    def table(self, key: str) -> "Table":
        """A table within this one."""
        return Table(self.file, self.at(key), self.take(key, dict))

    def maybe_table(self, key: str) -> "Table":
        """A table within this one; an empty one where it is left out."""
        return Table(self.file, self.at(key), self.maybe(key, dict) or {})

    def tables(self, key: str) -> list["Table"]:
        """A list of tables, possibly empty; they are counted from 1."""
        entries = self.maybe(key, list) or []
        for number, entry in enumerate(entries, 1):
            if not isinstance(entry, dict):
                raise self.wrong(f"{key}[{number}]", entry, _KINDS[dict])
        return [Table(self.file, f"{self.at(key)}[{number}]", entry) for number, entry in enumerate(entries, 1)]

    def at(self, key: str) -> str:
        """The key with the table it stands in."""
        return f"{self.place}.{key}" if self.place else key

    def wrong(self, key: str, found: object, wanted: str) -> Exception:
        """The refusal of a value."""
        return refused("plan_value", file=self.file, key=self.at(key), value=str(found)[:40], wanted=wanted)

    def finish(self) -> None:
        """Refuses what nobody asked for."""
        for key in self.values:
            raise refused("plan_unknown", file=self.file, key=self.at(key))


def page(path: Path) -> Table:
    """The whole file as one table.

    Raises:
        Refused: the file is missing or is no TOML.
    """
    return Table(path.name, "", _parsed(path))


def _parsed(path: Path) -> dict[str, object]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as reason:
        raise refused("file_not_found", file=path.name) from reason
    except UnicodeDecodeError as reason:
        raise refused("plan_syntax", file=path.name, row=1) from reason
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as reason:
        line = _LINE.search(str(reason))
        row = line[1] if line else text.count("\n") + 1
        raise refused("plan_syntax", file=path.name, row=row) from reason
