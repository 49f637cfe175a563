"""The command as an officer meets it: a file in, words and files out, judged as a whole.

It runs in this process; the file itself is read by a child in any case. `refusal` is for files that cannot be used: the
sentence is judged, and that nothing was written. `done` is for the others.
"""

import contextlib
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl

from sosach.cli.main import run

ON = "2026-06-18"
FILES = {"findings.parquet", "records.parquet", "report.html", "review.xlsx", "summary.json"}

# What readers and Python say by themselves, and what no officer should have to read.
_FOREIGN = re.compile(r"Traceback|Error|Exception|Codepage|invalid|panicked|None\b|\{\w+\}|File \"")


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


class _Active(HTMLParser):
    """What could do something on a page, or ask somebody for something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = re.findall("[\u202a-\u202e\u2066-\u2069]", page)
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "img", "form", "link", "base", "input"}:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (
                name in {"href", "src", "action", "style"} and not (value or "").startswith("#")
            ):
                self.found.append(f"{name}={value}")


@dataclass(frozen=True)
class Done:
    """The results of a check."""

    folder: Path
    said: Said

    @cached_property
    def summary(self) -> dict[str, Any]:
        """summary.json."""
        facts: dict[str, Any] = json.loads((self.folder / "summary.json").read_text(encoding="utf-8"))
        return facts

    @cached_property
    def records(self) -> pl.DataFrame:
        """records.parquet."""
        return pl.read_parquet(self.folder / "records.parquet")

    @cached_property
    def findings(self) -> pl.DataFrame:
        """findings.parquet."""
        return pl.read_parquet(self.folder / "findings.parquet")

    @cached_property
    def page(self) -> str:
        """report.html."""
        return (self.folder / "report.html").read_text(encoding="utf-8")

    @property
    def warnings(self) -> str:
        """What is said about the file, in lines."""
        return "\n".join(self.summary["warnings"])

    @property
    def fields(self) -> dict[str, str | None]:
        """The field of every heading."""
        return {column["heading"]: column["field"] for column in self.summary["source"]["columns"]}

    def column(self, field: str) -> list[str | None]:
        """A field of all persons, cleaned."""
        return self.records[field].to_list()

    def source(self, field: str) -> list[str | None]:
        """A field of all persons, as Excel shows it."""
        return self.records["raw"].struct.field(field).to_list()

    def rules(self, row: int | None = None) -> set[str]:
        """The rules that speak, in one row or at all."""
        found = self.findings if row is None else self.findings.filter(pl.col("row") == row)
        return set(found["rule"])

    def finding(self, rule: str) -> dict[str, Any]:
        """The only finding of this rule."""
        (found,) = self.findings.filter(pl.col("rule") == rule).to_dicts()
        return found

    def adds_up(self) -> bool:
        """Whether every row of every sheet is a person or is listed with the reason."""
        sheets = self.summary["source"]["sheets"]
        within = all(sheet["rows_read"] == sheet["last_row"] - sheet["first_row"] + 1 for sheet in sheets)
        persons = sum(sheet["rows_read"] - len(sheet["rows_skipped"]) for sheet in sheets)
        return within and persons == self.summary["persons"] == self.records.height

    def skipped(self) -> dict[int, str]:
        """The rows of the first sheet that are no persons, and why."""
        return {row["row"]: row["why"] for row in self.summary["source"]["sheets"][0]["rows_skipped"]}

    def is_inert(self) -> bool:
        """Whether nothing in the workbook and on the page can do anything."""
        book = openpyxl.load_workbook(self.folder / "review.xlsx")
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        leading_out = [cell.hyperlink for cell in cells if cell.hyperlink and cell.hyperlink.target]
        formulas = [cell.value for cell in cells if cell.data_type == "f"]
        book.close()
        return not (leading_out or formulas or _Active(self.page).found)


def said(*arguments: object) -> Said:
    """Runs `sosach` with these arguments."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    return Said(code, out.getvalue(), err.getvalue())


def refusal(path: Path, data: bytes | None = None, *options: object) -> str:
    """What is said about a file that cannot be used; nothing but the file itself is there afterwards.

    Args:
        path: the file.
        data: its bytes; None when it lies there already.
        options: further arguments.
    """
    if data is not None:
        path.write_bytes(data)
    before = sorted(path.parent.iterdir())
    ended = said("check", path, "--on", ON, *options)
    assert ended.code == 2
    assert ended.out == ""
    assert re.fullmatch(r"sosach: .+\.\nViệc cần làm: .+\.\n", ended.err), ended.err
    assert ended.err.replace("\n", "").isprintable()
    assert path.name in ended.err
    assert not _FOREIGN.search(ended.err), ended.err
    assert sorted(path.parent.iterdir()) == before
    return ended.err


def done(path: Path, data: bytes | None = None, *options: object) -> Done:
    """The results for a file that can be used; arguments as for `refusal`."""
    if data is not None:
        path.write_bytes(data)
    ended = said("check", path, "--on", ON, *options)
    assert (ended.code, ended.err) == (0, "")
    folder = path.parent / f"{path.stem}-checked"
    assert {entry.name for entry in folder.iterdir()} == FILES
    result = Done(folder, ended)
    assert result.adds_up()
    assert result.is_inert()
    return result


def sentences(text: str, *wanted: str) -> bool:
    """Whether all of this is said."""
    return all(part in text for part in wanted)


def rows(result: Done) -> Sequence[int]:
    """The rows of the source in which persons stand."""
    return result.records["row"].to_list()
