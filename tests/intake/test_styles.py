"""Which number formats and fonts matter."""

import pytest

from sosach.intake.styles import font_mark, format_code, is_date, lacks_day, matters, read_styles
from sosach.text.cells import TCVN3_FONT, VNI_FONT
from tests.intake import books


@pytest.mark.parametrize(
    "code", ["General", "", "dd/mm/yyyy", "[$-42A]dd mmmm yyyy;@", "h:mm", "[Red]General", "m/d/yy h:mm"]
)
def test_formats_that_show_what_the_cell_is(code: str) -> None:
    assert not matters(code)


@pytest.mark.parametrize(
    "code", ["000000000000", "0", "#,##0", "0.00E+00", "yyyy", "mm/yyyy", '"Số "0', "@", "[$-42A]mm/yyyy"]
)
def test_formats_that_show_something_else(code: str) -> None:
    assert matters(code)


def test_dates_are_told_from_numbers_with_letters_in_quotes() -> None:
    assert is_date("dd/mm/yyyy")
    assert not is_date('0 "năm sinh"')
    assert not is_date("[Red]0")
    assert lacks_day("mm/yyyy")
    assert not lacks_day("d/m/yy")


def test_built_in_formats() -> None:
    assert format_code(3, {}) == "#,##0"
    assert format_code(0, {}) == "General"
    assert format_code(164, {164: "000"}) == "000"


@pytest.mark.parametrize(
    ("name", "mark"),
    [(".VnTime", TCVN3_FONT), (".VNARIALH", TCVN3_FONT), ("VNI-Times", VNI_FONT), ("Times New Roman", None)],
)
def test_fonts_of_old_encodings(name: str, mark: str | None) -> None:
    assert font_mark(name) == mark


def test_styles_are_numbered_as_cells_name_them() -> None:
    styles = read_styles(books.styles_xml(["000000000000", "dd/mm/yyyy", "yyyy"], ["Calibri", ".VnTime"]))
    assert styles.formats == {1: "000000000000", 3: "yyyy"}
    assert styles.fonts == {4: TCVN3_FONT}


@pytest.mark.parametrize("xml", [b"", b"<a", b"<styleSheet/>"])
def test_missing_or_broken_styles_are_none(xml: bytes) -> None:
    assert read_styles(xml).formats == {}
