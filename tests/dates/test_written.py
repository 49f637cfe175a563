"""Written dates: one form for every way of writing, and nothing judged."""

import time

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.dates.written import written
from sosach.text import cells


def of(cell):
    return pl.select(written(pl.lit(cell))).item()


@pytest.mark.parametrize(
    ("cell", "form"),
    [
        ("04.06.2015", "04/06/2015"),
        ("31/2/2015", "31/2/2015"),
        ("04–06–2015", "04/06/2015"),
        ("ngày 04 tháng 6 năm 2015", "04/6/2015"),
        ("tháng 6 năm 2015", "6/2015"),
        ("--/--/1948", "1948"),
        ("00/00/1948", "00/00/1948"),
        ("--/06/1948", "0/06/1948"),
        ("04062015", "04/06/2015"),
        ("42065", "#42065"),
        ("04/--/1948", "?"),
        ("hôm qua", "?"),
        ("không rõ", ""),
        (cells.NUMBER + "42065", "2015/03/02"),
        (cells.DATE + "2015-06-04", "2015/06/04"),
        (cells.ERROR + "#N/A", "?"),
        (cells.UNCACHED, "?"),
    ],
)
def test_forms(cell, form):
    assert of(cell) == form


def test_an_empty_cell_stays_empty():
    assert pl.select(written(pl.lit(None, dtype=pl.String))).item() is None


@pytest.mark.parametrize(
    "text", ["1/" + "-" * 32_000, "không rõ " * 4_000, " " * 32_000 + "x", "0" * 32_000, "jan" * 10_000], ids=range(5)
)
def test_the_longest_cells_are_read_in_time(text):
    start = time.perf_counter()
    of(text)
    assert time.perf_counter() - start < 5


@given(st.text())
def test_no_text_breaks_the_reader(text):
    form = of(text)
    assert form in ("", "?") or set(form) <= set("0123456789/#")
