"""The first steps with a file."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from sosach.intake.container import Kind
from sosach.intake.opening import MARKS, start
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.text import cells
from tests.intake import books


def test_starting_needs_nothing_heavy() -> None:
    code = "import sys; import sosach.intake.opening; print('polars' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_marks_are_those_of_the_cells() -> None:
    assert tuple(MARKS.values()) == cells.MARKS


def test_a_reading_that_was_started_is_finished(tmp_path: Path) -> None:
    path = books.children(tmp_path / "a.xlsx")
    opening = start(path, ReadingOptions())
    assert opening.kind is Kind.XLSX
    assert opening.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read(path, ReadingOptions(), opening).frame.height == 3


def test_what_is_read_is_what_was_looked_at(tmp_path: Path) -> None:
    path = books.children(tmp_path / "a.xlsx")
    opening = start(path, ReadingOptions())
    books.children(path, books.PERSONS[:1])
    assert read(path, ReadingOptions(), opening).frame.height == 3


@pytest.mark.parametrize("name", ["json.py", "csv.py", "struct.py"])
def test_files_beside_the_workbook_are_not_run(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).write_text("raise SystemExit(7)", encoding="utf-8")
    path = books.children(tmp_path / "a.xlsx")
    monkeypatch.chdir(tmp_path)
    assert read(path, ReadingOptions()).frame.height == 3


@pytest.mark.parametrize("name", ["a.xltx", "A.XLSX", "dữ liệu trẻ em.xlsx", "a b'c\"d.xlsx"])
def test_names_of_files(tmp_path: Path, name: str) -> None:
    assert read(books.children(tmp_path / name), ReadingOptions()).notices == ()
