"""Capitals: names as names, minority names right, and foreign names with inner capitals untouched."""

import polars as pl
import pytest
from hypothesis import given

from sosach.text.casing import as_name, is_name_case
from sosach.text.rare import scalar
from tests.text.names import full_names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("NGUYỄN THỊ MỸ NGÂN", "Nguyễn Thị Mỹ Ngân"),
        ("nguyễn thị mỹ ngân", "Nguyễn Thị Mỹ Ngân"),
        ("Nguyễn thị Mỹ ngân", "Nguyễn Thị Mỹ Ngân"),
        ("NGuyễn VĂn ẢNh", "Nguyễn Văn Ảnh"),
        ("ĐỖ Ý", "Đỗ Ý"),
        ("Y Ê-BAN", "Y Ê-Ban"),
        ("Y Ê-ban", "Y Ê-Ban"),
        ("H'NGHỆ NIÊ", "H'Nghệ Niê"),
        ("h’hen niê", "H’Hen Niê"),
        ("hʼnghệ", "HʼNghệ"),
        ("KSOR H`NGHỆ", "Ksor H`Nghệ"),
        ("K'BRĂM", "K'Brăm"),
        ("R.COM H'Á", "R.Com H'Á"),
        ("Ñ NIÊ", "Ñ Niê"),
        ("O'BRIEN", "O'Brien"),
        ("nguyễn văn a (tèo)", "Nguyễn Văn A (Tèo)"),
    ],
)
def test_names_in_any_case_become_names(typed, name):
    assert scalar(as_name, typed) == name


@pytest.mark.parametrize("name", ["John McDonald", "Anne-Marie DiCaprio", "H’Hen Niê", "Y Ê-Ban", "A", "Nguyễn Văn A."])
def test_what_is_in_name_case_stays(name):
    assert scalar(as_name, name) == name


@given(full_names())
def test_capitals_and_small_letters_lead_to_the_same_name(name):
    assert scalar(as_name, name) == name
    assert scalar(as_name, name.upper()) == name
    assert scalar(as_name, name.lower()) == name


@pytest.mark.parametrize(
    ("text", "is_one"), [("Lê Văn", True), ("LÊ Văn", False), ("lê", False), ("H'hen", False), ("", False)]
)
def test_name_case_is_recognised(text, is_one):
    assert pl.select(is_name_case(pl.lit(text))).item() is is_one
