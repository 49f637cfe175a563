"""Tables of the State as CSV files: the head tells where they come from and since when they hold, the rest is data.

A table begins with comment lines `# name: value`: `source`, `licence`, `valid from` or `as of`, `made by`, and any
number of `note` lines. Then follow a row of column names and the rows. Nothing is read before somebody asks for it, and
nothing twice.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

HEAD_MARK = "#"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its head; every value is text, an empty one is `""`."""

    name: str
    head: Mapping[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def records(self) -> Iterator[dict[str, str]]:
        """The rows by column name."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


@cache
def table(name: str) -> Table:
    """The table of this name.

    Raises:
        FileNotFoundError: there is no such table.
        ValueError: a row has more or fewer values than there are columns.
    """
    text = resources.files("sosach.refdata").joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    return parsed(name, text)


def parsed(name: str, text: str) -> Table:
    """The table in a text.

    Raises:
        ValueError: as for `table`.
    """
    lines = text.splitlines()
    head: dict[str, str] = {}
    for line in lines:
        if not line.startswith(HEAD_MARK):
            break
        key, _, value = line.removeprefix(HEAD_MARK).strip().partition(": ")
        head[key] = f"{head[key]}\n{value}" if key in head else value
    body = csv.reader(line for line in lines if line and not line.startswith(HEAD_MARK))
    columns, *rows = (tuple(row) for row in body)
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"{name}: {row!r} has {len(row)} values for {len(columns)} columns")
    return Table(name, MappingProxyType(head), columns, tuple(rows))


def yes(value: str) -> bool:
    """A yes or no of a table.

    Raises:
        ValueError: it is neither.
    """
    if value not in ("yes", "no"):
        raise ValueError(f"neither yes nor no: {value!r}")
    return value == "yes"
