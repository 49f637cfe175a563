"""Side facts of .xls workbooks."""

import datetime as dt
import random

from hypothesis import given
from hypothesis import strategies as st

from sosach.intake import xls_facts
from sosach.intake.ole import book_stream
from sosach.intake.xls_facts import scan_workbook
from sosach.text.cells import TCVN3_FONT
from tests.intake import books

ROWS = [["a", "NguyÔn", 27215600001, 5, 6, dt.date(2015, 1, 1)], ["b", "x", 7.5, None, None, None]]
CODES = {(0, 2): "000000000000", (0, 3): "00", (0, 5): "yyyy", (1, 2): "0.00"}
DATA = books.xls_bytes(ROWS, codes=CODES, fonts={(0, 1): ".VnTime"}, hidden=[1])


def test_formats_fonts_and_hidden_rows() -> None:
    facts = scan_workbook(DATA, ()).sheets["Danh sach"]
    assert sorted(facts.formats.rows()) == [(0, 2, "000000000000"), (0, 3, "00"), (0, 5, "yyyy"), (1, 2, "0.00")]
    assert facts.fonts.rows() == [(0, 1, TCVN3_FONT)]
    assert facts.hidden_rows == (1,)


def test_only_the_sheets_wanted_are_looked_at() -> None:
    assert scan_workbook(DATA, ("Khác",)).sheets == {}


@given(st.integers(0, 2**32))
def test_damaged_records_end_in_some_facts(seed: int) -> None:
    chance = random.Random(seed)
    stream = bytearray(book_stream(DATA))
    for _ in range(20):
        stream[chance.randrange(len(stream))] = chance.randrange(256)
    book = xls_facts._Book()
    for number, start, length in xls_facts.records(bytes(stream)):
        xls_facts._take_global(book, number, bytes(stream[start : start + length]))
    for _, offset in book.sheets:
        assert xls_facts._sheet(bytes(stream), offset, book.formats(), book.marks()).formats.height >= 0
