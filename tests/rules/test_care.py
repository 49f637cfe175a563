from datetime import date

import polars as pl
import pytest

from sosach.rules import care

ON = date(2026, 6, 18)


@pytest.mark.parametrize(("key", "told"), [("20.2.c", True), ("5.6", False), ("pension", False), (None, False)])
def test_who_is_paid(key, told):
    frame = pl.DataFrame({"category": [key]}, schema={"category": pl.String})
    assert frame.select(care.paid_to_carer()).item() is told


@pytest.mark.parametrize(
    ("degree", "born", "told"),
    [("Nặng", None, True), (None, date(2015, 1, 1), True), (None, date(1980, 1, 1), False), (None, None, False)],
)
def test_whose_row_it_is(degree, born, told):
    frame = pl.DataFrame(
        {"disability_degree": [degree], "disability_type": [None], "birth_date__low": [born]},
        schema={"disability_degree": pl.String, "disability_type": pl.String, "birth_date__low": pl.Date},
    )
    assert frame.select(care.is_cared_for(ON)).item() is told
