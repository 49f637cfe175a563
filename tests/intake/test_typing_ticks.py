"""Ticks on the typing list, as people make them."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from sosach.forms.form import SentRow
from sosach.forms.typing_list import TYPING_LIST
from sosach.intake.options import ReadingOptions
from sosach.intake.typing_ticks import Tick, read_ticks
from sosach.outputs.upload.typing_list import write_typing_list
from tests.outputs.upload.exports import SEAL

FACTS = ("Bến Cỏ", "TE-1", "Lê An", "01/02/2018", "Số định danh", "", "027218700004")
COLUMNS = {column.key: number for number, column in enumerate(TYPING_LIST.columns, 1)}


def tick(tmp_path: Path, **cells: object) -> Tick:
    rows = [SentRow(n, f"CN03-000{n}-ABCDEFGH", FACTS) for n in (1, 2)]
    write_typing_list(tmp_path / "l.xlsx", rows, SEAL)
    book = openpyxl.load_workbook(tmp_path / "l.xlsx")
    for key, value in cells.items():
        book.worksheets[0].cell(2, COLUMNS[key]).value = value
    book.save(tmp_path / "l.xlsx")
    back = read_ticks(tmp_path / "l.xlsx", ReadingOptions())
    assert back.rows[1].done is None
    return back.rows[0]


@pytest.mark.parametrize("box", ["x", "X", "xx", "v", "✓", "rồi", "Đã nhập", "ok", 1, True, "xong"])
def test_a_tick_is_understood_however_it_is_made(tmp_path: Path, box: object) -> None:
    assert tick(tmp_path, done=box).done is True


@pytest.mark.parametrize("box", ["không nhập được", "chưa", "lỗi", False, "ko được", 0])
def test_what_could_not_be_typed_is_told_apart(tmp_path: Path, box: object) -> None:
    assert tick(tmp_path, done=box).done is False


@pytest.mark.parametrize("box", [None, "?", "hỏi lại"])
def test_what_is_no_tick_is_none(tmp_path: Path, box: object) -> None:
    assert tick(tmp_path, done=box).done is None


def test_who_and_when_come_along(tmp_path: Path) -> None:
    found = tick(tmp_path, done="x", on=dt.date(2026, 6, 25), by="Nguyễn Thị Mẫu", note="xong")
    assert (found.on, found.by, found.note) == ("2026-06-25", "Nguyễn Thị Mẫu", "xong")
    assert found.returned.facts == FACTS
    assert tick(tmp_path, done="x", on="25/6/2026").on == "2026-06-25"
