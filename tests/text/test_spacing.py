"""Spacing: one space between words, none around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.text.rare import scalar
from sosach.text.spacing import single_spaced


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Trần   Văn  Hiếu ", "Trần Văn Hiếu"), ("Trần", "Trần"), ("   ", ""), ("", ""), ("a\tb", "a\tb")],
)
def test_spaces_are_single(typed, kept):
    assert scalar(single_spaced, typed) == kept


@given(st.text(alphabet=" ab"))
def test_words_and_their_order_are_kept(text):
    assert scalar(single_spaced, text) == " ".join(text.split())
