"""Marks of cells: one character in front, never two kinds at once."""

import polars as pl
import pytest

from sosach.text import cells


@pytest.mark.parametrize("mark", cells.MARKS)
def test_a_mark_is_seen_and_taken_off(mark):
    cell = pl.lit(mark + "x")
    assert pl.select(cells.marked(cell, mark)).item() is True
    assert pl.select(cells.words(cell)).item() == "x"


def test_plain_text_has_no_mark():
    assert not any(pl.select(cells.marked(pl.lit("x"), mark)).item() for mark in cells.MARKS)
    assert pl.select(cells.words(pl.lit("x"))).item() == "x"


def test_an_empty_cell_stays_empty():
    empty = pl.lit(None, dtype=pl.String)
    assert pl.select(cells.marked(empty, cells.DATE)).item() is None
    assert pl.select(cells.words(empty)).item() is None


def test_marks_are_single_private_characters_and_distinct():
    assert len(set(cells.MARKS)) == len(cells.MARKS)
    assert all(len(mark) == 1 and "\ue000" <= mark <= "\uf8ff" for mark in cells.MARKS)
