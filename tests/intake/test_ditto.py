"""Cells that say “as above”."""

import polars as pl
import pytest

from sosach.intake.ditto import resolved, says_so


@pytest.mark.parametrize("sign", ["nt", "NT", "-nt-", "n.t", "- nt -", '"', "”", "〃", '" "', "''", "Như trên", " nt "])
def test_signs_of_repetition(sign: str) -> None:
    assert says_so(pl.Series([sign])).to_list() == [True]


@pytest.mark.parametrize("text", ["Nt An", "Nông Thị", "-", "x", "n", "như", 'Lê "Tí"', "", None])
def test_what_is_no_sign(text: str | None) -> None:
    assert says_so(pl.Series([text], dtype=pl.String)).to_list() == [False]


def test_a_sign_means_the_row_above_even_when_that_is_empty() -> None:
    column = pl.Series(['"', "Lê An", "nt", "nt", None, "nt", "Lê Ba"])
    assert resolved(column, says_so(column)).to_list() == ['"', "Lê An", "Lê An", "Lê An", None, None, "Lê Ba"]
