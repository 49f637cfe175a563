"""Nationality: the country's printed name, whichever way it was written."""

import polars as pl
import pytest

from sosach.people import nationality


def told(text):
    return nationality.read(pl.Series([text])).row(0)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Việt Nam", "Việt Nam"), ("VN", "Việt Nam"), ("vn", "Việt Nam"), ("viet nam", "Việt Nam"),
        ("VIỆT NAM", "Việt Nam"),
        ("Hàn Quốc", "Hàn Quốc"), ("Han Quoc", "Hàn Quốc"), ("Đài Loan (Trung Quốc)", "Đài Loan"), ("Lào", "Lào"),
        ("CHDCND Lào", "Lào"), ("Mỹ", "Hoa Kỳ"), ("Không quốc tịch", "Không quốc tịch"), ("Cam-pu-chia", "Campuchia"),
    ],
)  # fmt: skip
def test_countries(text, name):
    assert told(text) == (name, "good")


@pytest.mark.parametrize("text", ["Kinh", "Y", "?", "Atlantis", "My"])
def test_what_is_no_country_is_not_guessed(text):
    assert told(text) == (None, "unknown")


def test_an_empty_column():
    assert nationality.read(pl.Series([], dtype=pl.String)).schema == {"value": pl.String, "state": nationality.STATES}
