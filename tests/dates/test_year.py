"""Years of birth of parents: a year however it is noted, and no age taken for one."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.dates.year import YEAR_STATES, read
from sosach.text.cells import DATE, ERROR, NUMBER, UNCACHED


def one(cell):
    return read(pl.Series([cell], dtype=pl.String)).row(0)


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "1988",
            "'1988",
            "1988.0",
            NUMBER + "1988",
            NUMBER + "1988.0",
            "sinh 1988",
            "Sinh năm 1988",
            "SN: 1988",
            "năm 1988",
        ),
        *("1988 (38t)", "1988 (38 tuổi)", "1988 - 38 tuổi", "1988, Kinh", "1988 (mất 2015)", "1988(38t)"),
        *("04/06/1988", "4.6.1988", "6/1988", "1988-06-04", DATE + "1988-06-04", NUMBER + "32298", "--/--/1988"),
        *("31/02/1988", "04/25/1988", "29/02/1988"),  # the year is certain even where the day is not
        *("'88", "88", "sn 88", NUMBER + "88", "04/6/88"),
    ],
)
def test_1988(cell):
    assert one(cell) == ("1988", "good")


@pytest.mark.parametrize(
    ("cell", "year"), [("05", "2005"), ("'29", "2029"), ("'30", "1930"), ("99", "1999"), ("60", "1960")]
)
def test_two_digits(cell, year):
    assert one(cell) == (year, "good")


@pytest.mark.parametrize(
    "cell",
    [
        *("38", "16", "38 tuổi", "38t", NUMBER + "38"),  # these may be ages
        *("khoảng 1988", "1988?", "1988-1990", "1988/1990", "19888", "abc", "2558", "04/06/2558", "1015"),
        *("32298", ERROR + "#N/A", UNCACHED),
    ],
)
def test_what_is_no_year(cell):
    assert one(cell) == (None, "unreadable")


@pytest.mark.parametrize("cell", ["x", "-", "không rõ", "0", NUMBER + "0", "."])
def test_placeholders_are_empty(cell):
    assert one(cell) == (None, None)


def test_types_and_order():
    answer = read(pl.Series(["1988", "x", "abc"]))
    assert answer.schema == {"value": pl.String, "state": YEAR_STATES}
    assert answer["value"].to_list() == ["1988", None, None]


@given(st.integers(1850, 2100), st.sampled_from(["{}", "sinh {}", "{} (38t)", "4/6/{}", "--/--/{}"]))
def test_every_year_comes_back(year, form):
    assert one(form.format(year)) == (str(year), "good")


@given(st.text())
def test_a_year_has_four_digits(text):
    value, state = one(text)
    assert (value is not None) == (state == "good")
    assert value is None or (len(value) == 4 and value.isdecimal())
