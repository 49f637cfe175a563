"""Two sheets compared by a parser of its own."""

import pytest

from sosach.outputs.upload.sheet_likeness import Likeness, compare_sheets
from tests.intake import books

ROWS = '<row r="1" spans="1:2"><c r="A1" s="1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"/>'
COLUMNS = '<dimension ref="A1:B2"/><cols><col min="1" max="1" width="9" hidden="1"/></cols>'
AFTER = '<dataValidations count="1"><dataValidation sqref="A1"/></dataValidations>'
SHEET = books.sheet_xml(ROWS, COLUMNS, AFTER)
ALIKE = Likeness(frozenset(), frozenset(), rest_alike=True)


def compared(old: str, new: str) -> Likeness:
    assert old.encode() in SHEET
    return compare_sheets(SHEET, SHEET.replace(old.encode(), new.encode()))


def test_a_sheet_is_like_itself() -> None:
    assert compare_sheets(SHEET, SHEET) == ALIKE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<c r="A1" s="1"><v>1</v></c>', '<c r="A1" s="1"><v>2</v></c>'),
        ('<c r="A1" s="1"><v>1</v></c>', '<c r="A1" s="1" t="str"><v>1</v></c>'),
        ('<c r="A1" s="1"><v>1</v></c>', ""),
        ("<v>1</v>", "<f>B1</f><v>1</v>"),
    ],
)
def test_any_difference_of_a_cell_is_told_by_its_name(old: str, new: str) -> None:
    assert compared(old, new) == Likeness(frozenset({"A1"}), frozenset(), rest_alike=True)


def test_another_style_is_told_apart() -> None:
    assert compared('s="1"', 's="2"') == Likeness(frozenset({"A1"}), frozenset({"A1"}), rest_alike=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('hidden="1"', 'hidden="0"'),
        ('sqref="A1"', 'sqref="A2"'),
        ('<row r="2"/>', ""),
        ('<row r="2"/>', '<row r="2" ht="9"/>'),
        ('<row r="2"/>', '<row r="3"/>'),
        ('width="9"', 'width="8"'),
    ],
)
def test_what_is_no_cell_must_be_the_same(old: str, new: str) -> None:
    assert not compared(old, new).rest_alike


@pytest.mark.parametrize(("old", "new"), [('spans="1:2"', 'spans="1:9"'), ('ref="A1:B2"', 'ref="A1:Z9"')])
def test_hints_about_the_extent_may_differ(old: str, new: str) -> None:
    assert compared(old, new) == ALIKE


def test_cells_without_references_are_counted() -> None:
    one = books.sheet_xml("<row><c><v>1</v></c><c><v>2</v></c></row>")
    assert compare_sheets(one, one.replace(b"<v>2</v>", b"<v>3</v>")).cells == {"B1"}
