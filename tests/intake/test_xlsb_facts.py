"""Side facts of .xlsb workbooks."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sosach.intake.container import open_container
from sosach.intake.facts import BookFacts
from sosach.intake.options import Limits, ReadingOptions
from sosach.intake.xlsb_facts import scan_workbook
from tests.intake import books

PARTS = books.xlsb_parts([["a", 27215600001, 5], ["b", 2, 3], ["c", None, 4], ["d", 1, 1]], styled=[(0, 1), (2, 2)])


def scanned(parts: dict[str, bytes], sheets: tuple[str, ...] = ()) -> BookFacts:
    """The side facts of these parts."""
    return scan_workbook(open_container("a.xlsb", books.zipped(parts), Limits()), sheets)


def test_formats_and_hidden_rows() -> None:
    facts = scanned(PARTS).sheets["Danh sach"]
    assert facts.formats.rows() == [(0, 1, "000000000000"), (2, 2, "000000000000")]
    assert facts.hidden_rows == (3,)


def test_only_the_sheets_wanted_are_looked_at() -> None:
    assert scanned(PARTS, ("Khác",)).sheets == {}
    assert ReadingOptions().sheets == ()


@given(st.integers(0, 2**32), st.sampled_from(["xl/workbook.bin", "xl/styles.bin", "xl/worksheets/sheet1.bin"]))
def test_damaged_records_end_in_some_facts(seed: int, part: str) -> None:
    chance = random.Random(seed)
    damaged = bytearray(PARTS[part])
    for _ in range(5):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    assert isinstance(scanned({**PARTS, part: bytes(damaged)}), BookFacts)
