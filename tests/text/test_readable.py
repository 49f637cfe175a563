"""Readable cells: what needs no second look, and everything else."""

import unicodedata

import polars as pl
import pytest
from hypothesis import given

from sosach.text.readable import READABLE, TIDY
from tests.text.names import full_names, place_names


def matches(text, pattern):
    return pl.select(pl.lit(text).str.contains(pattern)).item()


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Mỹ Ngân",
        "NGUYỄN THỊ MỸ NGÂN",
        "nguyễn thị mỹ ngân",
        "Nguyễn Văn A (Tèo)",
        "Thôn Đồng Sậy, xã Hòa Mẫu, tỉnh Bắc Ninh.",
        "Trường TH&THCS số 1",
        "Tổ dân phố 2",
        "12/2020",
        "027215600001",
        "( bác ruột )",
        "- x",
        "=cmd|' /C calc'!A0",
        "<script>",
        "{{7*7}}",
        "“Tèo”",
        "H'Nghệ",
        ".",
        "Dòng",
        "Hoà",
    ],
)
def test_what_is_tidy_is_readable_too(text):
    assert matches(text, TIDY)
    assert matches(text, READABLE)


@pytest.mark.parametrize("text", ["  Lê  Văn", "Lê ", " Lê", "Lê\u00a0Văn", "Lê\tVăn", "- ", "12 "])
def test_odd_spaces_are_readable_but_not_tidy(text):
    assert not matches(text, TIDY)
    assert matches(text, READABLE)


@pytest.mark.parametrize(
    "text",
    [
        "NguyÔn",
        "ThÕ",
        "Ngoïc",
        "Traàn",
        "Nguye^~n",
        "Va(n",
        "Nguyá»…n",
        "Niê",
        "Müller",
        "Ðỗ",
        "Ngu\u200byễn",
        "\ue000123",
        "NGuyễn",
    ],
)
def test_what_needs_a_second_look(text):
    assert not matches(text, TIDY)
    assert not matches(text, READABLE)


def test_nothing_is_not_tidy():
    assert not matches("", TIDY)


@given(full_names())
def test_names_are_tidy_unless_decomposed(name):
    assert matches(name, TIDY)
    decomposed = unicodedata.normalize("NFD", name)
    assert matches(decomposed, TIDY) is (decomposed == name)


def test_nearly_all_communes_are_tidy():
    names = pl.DataFrame({"name": place_names()})
    assert names.select(pl.col("name").str.contains(TIDY).mean()).item() > 0.95
