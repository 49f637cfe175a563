"""Countries: the names people read, and the ways offices write them, each of one country only."""

import pytest

from sosach.refdata.countries import HOME, countries, country_spellings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Việt Nam", HOME), ("VN", HOME), ("Hàn Quốc", "Hàn Quốc"), ("Trung Quốc", "Trung Quốc"), ("TQ", "Trung Quốc"),
        ("Đài Loan", "Đài Loan"), ("Lào", "Lào"), ("Mỹ", "Hoa Kỳ"), ("Cam-pu-chia", "Campuchia"), ("Nhật", "Nhật Bản"),
    ],
)  # fmt: skip
def test_names_as_offices_write_them(text, name):
    assert country_spellings()[text] == name


def test_a_spelling_belongs_to_one_country():
    texts = [text.casefold() for country in countries() for text in (country.name, *country.also)]
    assert len(texts) == len(set(texts))
