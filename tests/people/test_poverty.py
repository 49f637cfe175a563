"""Poor and near-poor households in the words of commune lists."""

import polars as pl
import pytest

from sosach.people import poverty


def told(cell: str) -> tuple[object, ...]:
    return poverty.read(pl.Series([cell])).row(0)


@pytest.mark.parametrize("cell", ["Hộ nghèo", "nghèo", "HN", "ho ngheo", "Hộ nghèo 2026", "Nghèo đa chiều"])
def test_poor_households(cell: str):
    assert told(cell) == ("poor", "good")


@pytest.mark.parametrize(
    "cell", ["Hộ cận nghèo", "Cận nghèo", "cận", "CN", "HCN", "ho can ngheo", "Cận nghèo (thoát nghèo 2025)"]
)
def test_near_poor_households(cell: str):
    assert told(cell) == ("near_poor", "good")


@pytest.mark.parametrize(
    "cell",
    [
        "Không",
        "không nghèo",
        "ko",
        "0",
        "khong",
        "Không thuộc hộ nghèo",
        "Thoát nghèo",
        "Hộ thoát cận nghèo",
        "Bình thường",
        "Hộ khá",
    ],
)
def test_other_households(cell: str):
    assert told(cell) == ("none", "good")


@pytest.mark.parametrize("cell", ["x", "Có", "1", "-", "Hộ nghèo/Cận nghèo", "nghèo, cận nghèo", "?"])
def test_a_cross_or_both_is_not_read(cell: str):
    assert told(cell) == (None, "unreadable")


@pytest.mark.parametrize("value", poverty.VALUES)
def test_values_of_a_record_read_again_are_the_same(value: str):
    assert poverty.read(pl.Series([value])).row(0) == (value, "good")
