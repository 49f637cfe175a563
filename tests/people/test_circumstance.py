"""Special circumstances of children by the letters of the law."""

import polars as pl
import pytest

from sosach.people import circumstance
from sosach.refdata.circumstances import circumstances


def told(cell: str) -> tuple[object, ...]:
    return circumstance.read(pl.Series([cell])).row(0)


@pytest.mark.parametrize("key", circumstances())
def test_every_group_is_read_by_its_key_and_by_its_label(key: str):
    label = circumstances()[key].label
    for cell in (key, key.upper(), label, label.upper(), label.removeprefix("Trẻ em ")):
        assert told(cell) == (key, "good")


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("Mồ côi cả cha và mẹ", "a"),
        ("mồ côi cả cha lẫn mẹ", "a"),
        ("Trẻ em khuyết tật", "d"),
        ("Khuyết tật nặng", "d.2"),
        ("TE khuyết tật nhẹ", "d.3"),
        ("tre em khuyet tat", "d"),
        ("Trẻ bị bỏ rơi", "b"),
        ("d1", "d.1"),
        ("D.1", "d.1"),
        ("điểm d", "d"),
        ("Đ", "đ"),
    ],
)
def test_other_writings(cell: str, key: str):
    assert told(cell) == (key, "good")


def test_the_letters_d_and_đ_are_two_groups():
    assert told("d") == ("d", "good")
    assert told("đ") == ("đ", "good")


@pytest.mark.parametrize(
    "cell", ["f", "j", "w", "c.13", "i.1", "Trẻ em mồ côi", "mồ côi mẹ", "x", "Có", "Mồ côi; khuyết tật", "1"]
)
def test_what_the_law_does_not_know_is_not_guessed(cell: str):
    assert told(cell) == (None, "unreadable")


@pytest.mark.parametrize("cell", ["Không", "không có", "ko", "0", "Không thuộc diện nào"])
def test_none_is_understood(cell: str):
    assert told(cell) == (None, "good")
