"""Cells covered by a merge."""

import polars as pl

from sosach.intake.merge import covered, filled_down


def test_a_vertical_merge_is_filled_within_its_bounds() -> None:
    column = pl.Series(["Thôn", "Gò Me", None, None, None], dtype=pl.String)
    assert filled_down(column, 2, [(1, 2, 3, 2)]).to_list() == ["Thôn", "Gò Me", "Gò Me", "Gò Me", None]


def test_other_columns_and_rows_beyond_the_sheet_are_left() -> None:
    column = pl.Series(["a", None], dtype=pl.String)
    assert filled_down(column, 2, [(0, 0, 1, 1), (0, 2, 9, 2), (7, 2, 9, 2)]).to_list() == ["a", "a"]
    assert filled_down(column, 5, [(0, 0, 1, 1)]).to_list() == ["a", None]


def test_the_source_is_not_changed() -> None:
    column = pl.Series(["a", None], dtype=pl.String)
    filled_down(column, 0, [(0, 0, 1, 0)])
    assert column.to_list() == ["a", None]


def test_rows_below_the_first_of_a_merge_that_says_something_are_covered() -> None:
    column = pl.Series(["Mẹ", "Lê Hoa", None, None, None, None], dtype=pl.String)
    told = covered(column, 1, [(1, 1, 3, 1), (4, 1, 5, 1), (1, 0, 2, 0)])
    assert told.to_list() == [False, False, True, True, False, False]
