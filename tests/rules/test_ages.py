from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.dates.partial import high, low
from sosach.rules import ages

ON = date(2026, 6, 18)


def of(born):
    value = pl.col("birth_date")
    frame = pl.DataFrame({"birth_date": [born]}, schema={"birth_date": pl.String})
    return frame.with_columns(birth_date__low=low(value), birth_date__high=high(value))


@pytest.mark.parametrize(
    ("born", "least", "most", "said"),
    [
        ("2010-06-18", 16, 16, "16"),
        ("2010-06-19", 15, 15, "15"),
        ("2010", 15, 16, "15 hoặc 16"),
        ("2010-06", 15, 16, "15 hoặc 16"),
        ("2010-05", 16, 16, "16"),
        ("2026", -1, 0, "-1 hoặc 0"),
        (None, None, None, None),
    ],
)
def test_ages_as_ranges(born, least, most, said):
    told = of(born).select(a=ages.youngest(ON), b=ages.oldest(ON), c=ages.shown(ON))
    assert told.row(0) == (least, most, said)


def test_day_on_which_an_age_is_reached():
    assert of("2010-06-18").select(ages.printed(ages.reached(16))).item() == "18/06/2026"


@given(st.dates(date(1900, 1, 1), date(2026, 6, 18)))
def test_a_year_alone_contains_the_age_of_every_day_in_it(born):
    exact = of(born.isoformat()).select(ages.youngest(ON)).item()
    least, most = of(str(born.year)).select(a=ages.youngest(ON), b=ages.oldest(ON)).row(0)
    assert least <= exact <= most
