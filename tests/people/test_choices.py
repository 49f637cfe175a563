"""Possibilities in a sentence."""

import pytest

from sosach.people.choices import either_of


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["Thổ"], "Thổ"),
        (["Thổ", "Tày"], "Thổ hoặc Tày"),
        (["a", "b", "c"], "a, b hoặc c"),
        (["a", "a", "b"], "a hoặc b"),
    ],
)
def test_names_as_a_choice(names, sentence):
    assert either_of(names) == sentence
