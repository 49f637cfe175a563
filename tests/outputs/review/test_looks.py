from pathlib import Path

from xlsxwriter import Workbook

from sosach.outputs.review.looks import LOOKS, Looks


def test_a_look_is_made_once(tmp_path: Path) -> None:
    with Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet()
        looks = Looks(book)
        assert looks.of("text", "error") is looks.of("text", "error")
        assert looks.of("text", "error") is not looks.of("error", "text")


def test_later_looks_prevail(tmp_path: Path) -> None:
    with Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet()
        assert Looks(book).of("band", "error").bg_color != Looks(book).of("error", "band").bg_color


def test_error_and_warning_differ_without_colour() -> None:
    assert LOOKS["error"]["border"] != LOOKS["warning"]["border"]
