"""What the child said and what the scan found, laid together."""

import polars as pl
import pytest

from sosach.findings.notices import Refused
from sosach.intake.facts import BookFacts, SheetFacts, placed
from sosach.intake.protocol import SEPARATOR, Header
from sosach.intake.reading import Grid
from sosach.intake.workbook import grids_of, sheets_of
from sosach.text.cells import DATE, ERROR, NUMBER, SHOWN, TCVN3_FONT, UNCACHED


def said(*blocks: list[list[str]], left: int = 0, mixed: tuple[int, ...] = ()) -> list[tuple[Header, bytes]]:
    """What a child says of one sheet; blocks are lists of columns."""
    messages: list[tuple[Header, bytes]] = [
        ({"sheets": [{"name": "a", "visible": True}]}, b""),
        ({"sheet": 0, "left": left, "merged": [((0, 1), (2, 3))]}, b""),
    ]
    for columns in blocks:
        parts = [SEPARATOR.join(column).encode() for column in columns]
        header = {"rows": len(columns[0]), "sizes": [len(part) for part in parts], "mixed": list(mixed)}
        messages.append((header, b"".join(parts)))
    return messages


def grid(messages: list[tuple[Header, bytes]], facts: SheetFacts | None = None) -> Grid:
    """The grid of the only sheet."""
    known = BookFacts(sheets={"a": facts} if facts else {})
    (found,) = grids_of(sheets_of(messages), known, "a.xlsx", 100)
    return found


def test_blocks_are_joined_and_columns_lettered_from_a() -> None:
    found = grid(said([["x", ""], ["y", "z"]], [["q"], [" \t"]], left=2))
    assert found.text.to_dict(as_series=False) == {
        "A": [None] * 3,
        "B": [None] * 3,
        "C": ["x", None, "q"],
        "D": ["y", "z", None],
    }
    assert found.cells.width == 0
    assert found.merged == ((0, 1, 2, 3),)


def test_empty_rows_at_the_end_are_cut() -> None:
    assert grid(said([["x", "", " "]])).text.height == 1
    assert grid(said([["", ""]])).text.height == 0


def test_mixed_columns_keep_their_marks() -> None:
    found = grid(said([["Lê", NUMBER + "5", DATE + "2015-08-16", ""]], mixed=(0,)))
    assert found.text["A"].to_list() == ["Lê", "5", "16/08/2015"]
    assert found.cells["A"].to_list() == ["Lê", NUMBER + "5", DATE + "2015-08-16"]


def test_formats_errors_and_fonts_are_laid_over() -> None:
    facts = SheetFacts(
        formats=placed([(0, 0, "000")], "code"),
        broken=placed([(1, 0, ERROR + "#N/A"), (4, 1, UNCACHED)], "cell"),
        fonts=placed([(2, 0, TCVN3_FONT), (3, 0, TCVN3_FONT)], "mark"),
    )
    found = grid(said([[NUMBER + "5", "", "Hä", ""]], mixed=(0,)), facts)
    assert found.text["A"].to_list() == ["005", "#N/A", "Hä", None, None]
    assert found.cells["A"].to_list() == [SHOWN + "005", ERROR + "#N/A", TCVN3_FONT + "Hä", None, None]
    assert found.cells["B"].to_list() == [None] * 4 + [UNCACHED]  # a column and a row that the reader left out


def test_what_the_file_says_a_number_shows() -> None:
    shown = placed([(0, 0, "005"), (1, 0, "5,0"), (2, 0, "2015"), (3, 0, "x")], "text")
    found = grid(said([[NUMBER + "5", NUMBER + "5", DATE + "2015-01-01", "x"]], mixed=(0,)), SheetFacts(shown=shown))
    assert found.cells["A"].to_list() == [SHOWN + "005", NUMBER + "5", "2015", "x"]
    assert found.text["A"].to_list() == ["005", "5,0", "2015", "x"]


def test_facts_beyond_the_rows_that_were_read_are_left() -> None:
    found = grid(said([[NUMBER + "5"]], mixed=(0,)), SheetFacts(formats=placed([(9, 0, "000")], "code")))
    assert found.text["A"].to_list() == ["5"]


def test_a_cell_that_is_too_long() -> None:
    with pytest.raises(Refused) as caught:
        grid(said([["x", "ễ" * 101]]))
    assert caught.value.notice.code == "cell_too_long"
    assert "A2" in caught.value.notice.message
    assert isinstance(grid(said([["ễ" * 100]])).text, pl.DataFrame)
