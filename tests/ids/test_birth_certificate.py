"""Numbers of birth certificates, and what spreadsheets make of them."""

import polars as pl
import pytest

from sosach.ids import birth_certificate
from sosach.text import cells
from tests.ids.numbers import answer


def read(cell: str) -> dict[str, object]:
    return answer(birth_certificate.read(pl.Series([cell])))


@pytest.mark.parametrize("cell", ["125/2018", " 125 / 2018", "Số 125/2018", "GKS số: 125/2018", "'125/2018"])
def test_number_and_year_are_read_in_every_writing(cell: str):
    assert read(cell) == {"value": "125/2018", "state": "good"}


def test_zeros_in_front_stay_as_the_book_has_them():
    assert read("05/2023") == {"value": "05/2023", "state": "good"}
    assert birth_certificate.format("05/2023") == "5/2023"


def test_a_number_that_became_a_month_is_read_back():
    assert read(cells.DATE + "2018-05-01") == {"value": "5/2018", "state": "good"}
    assert read(cells.DATE + "2018-12-01") == {"value": "12/2018", "state": "good"}


def test_another_day_was_a_date_from_the_beginning():
    assert read(cells.DATE + "2018-05-07") == {"value": None, "state": "unreadable"}


@pytest.mark.parametrize("cell", ["125", cells.NUMBER + "125"])
def test_the_book_of_a_year_needs_no_year_in_its_numbers(cell: str):
    assert read(cell) == {"value": "125", "state": "good"}


@pytest.mark.parametrize("cell", ["không", "x", "0", "chưa", "125/12", "125/1850", "027215600001", "mất bản chính"])
def test_what_is_no_number_is_empty(cell: str):
    assert read(cell) == {"value": None, "state": "unreadable"}
