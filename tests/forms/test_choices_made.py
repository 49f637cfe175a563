"""Ticks and short words."""

import polars as pl
import pytest

from sosach.forms.choices_made import read
from sosach.forms.visits import CHOICES, Asks, Choice


def made(text: str) -> str | None:
    return read(pl.Series([text]))["value"][0]


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("Có", Choice.YES), ("đã", Choice.YES), ("rồi", Choice.YES), ("x", Choice.YES), ("Đúng", Choice.YES),
        ("co", Choice.YES), ("Chưa", Choice.NO), ("chưa có", Choice.NO), ("không", Choice.NO), ("Sai", Choice.NO),
        ("ko", Choice.NO), ("Không rõ", Choice.UNKNOWN), ("không biết", Choice.UNKNOWN),
        ("Đang làm", Choice.IN_PROGRESS), ("Đã chuyển đi", Choice.MOVED), ("027218700004", None), ("?", None),
    ],
)  # fmt: skip
def test_a_choice_is_understood_however_it_is_said(text: str, choice: Choice | None) -> None:
    assert made(text) == choice


def test_every_choice_that_is_printed_is_understood() -> None:
    for asks in (Asks.REGISTERED, Asks.HAS_CARD, Asks.LIVES_HERE, Asks.CONFIRM_NUMBER):
        found = [made(text) for text in CHOICES[asks]]
        assert None not in found
        assert len(set(found)) == len(found)
