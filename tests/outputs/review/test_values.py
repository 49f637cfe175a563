import datetime as dt

import polars as pl
import pytest

from sosach.outputs.review.values import rows
from sosach.text.cells import DATE, ERROR, NUMBER, SHOWN, TCVN3_FONT, TRUTH, UNCACHED, VNI_FONT
from tests.outputs.small_register import grid


def _put(cell: str | None, shown: str | None) -> object:
    text = pl.DataFrame({"A": [shown]}, schema={"A": pl.String})
    cells = pl.DataFrame({"A": [cell]}, schema={"A": pl.String})
    ((value,),) = rows(grid(text=text, cells=cells))
    return value


@pytest.mark.parametrize(
    ("cell", "shown", "value"),
    [
        ("Nguyễn An", "Nguyễn An", ("text", "Nguyễn An")),
        (f"{NUMBER}12", "12", ("number", 12.0)),
        (f"{NUMBER}-1.5", "-1.5", ("number", -1.5)),
        (f"{NUMBER}3217600002", "3217600002", ("text", "3217600002")),
        (f"{NUMBER}123217600002", "1.23218E+11", ("text", "123217600002")),
        (f"{SHOWN}003217600002", "003217600002", ("text", "003217600002")),
        (f"{NUMBER}1990", "1,990", ("text", "1,990")),
        (f"{NUMBER}0.5", "50%", ("text", "50%")),
        (f"{DATE}2016-08-16", "16/08/2016", ("date", dt.datetime.combine(dt.date(2016, 8, 16), dt.time()))),
        (f"{DATE}1899-08-16", "16/08/1899", ("text", "16/08/1899")),
        (f"{TRUTH}TRUE", "TRUE", ("truth", True)),
        (f"{ERROR}#N/A", "#N/A", ("text", "#N/A")),
        (f"{TCVN3_FONT}NguyÔn", "NguyÔn", ("tcvn3", "NguyÔn")),
        (f"{VNI_FONT}Nguyeãn", "Nguyeãn", ("vni", "Nguyeãn")),
        (UNCACHED, None, None),
        (None, None, None),
    ],
)
def test_a_cell_stands_as_it_stood(cell: str | None, shown: str | None, value: object) -> None:
    assert _put(cell, shown) == value


@pytest.mark.parametrize("text", ["=1+1", "+84", "-x", "@SUM(A1)", "\tx", "\nx"])
def test_what_begins_like_a_formula_is_kept_from_becoming_one(text: str) -> None:
    assert _put(text, text) == ("risky", text)


def test_a_long_text_is_not_shown_as_hashes() -> None:
    assert _put("a" * 256, "a" * 256) == ("long text", "a" * 256)
    assert _put("a" * 40_000, "a" * 40_000) == ("long text", "a" * 32_767)


def test_columns_of_plain_text_need_no_marks() -> None:
    text = pl.DataFrame({"A": ["x", None, ""]}, schema={"A": pl.String})
    assert list(rows(grid(text=text, cells=pl.DataFrame()))) == [(("text", "x"),), (None,), (None,)]


def test_long_sheets_are_taken_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sosach.outputs.review.values._BLOCK", 3)
    text = pl.DataFrame({"A": [str(i) for i in range(10)]})
    cells = pl.DataFrame({"A": [NUMBER + str(i) for i in range(10)]})
    assert [value[0][1] for value in rows(grid(text=text, cells=cells)) if value[0]] == list(range(10))
