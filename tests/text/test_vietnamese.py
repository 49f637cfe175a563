"""Syllables of Vietnamese: everything that people are called is possible, and only one tone may stand in each."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.text.vietnamese import NAME_SYLLABLE, ONSETS, RIMES, TONES, is_syllable, toned
from tests.text.names import name_words


@pytest.mark.parametrize("part", ["family", "middle", "given"])
def test_every_word_of_names_is_possible(part):
    words = {word for name in name_words(part) for word in name.split()}
    assert [word for word in sorted(words) if not is_syllable(word.lower())] == []


EXIST = "gì giếng già quốc quyển khuỷu nghĩa hòa hoà thuở qùynh gíup qưới kỳ kì lý lí ý xoong"


@pytest.mark.parametrize("word", EXIST.split())
def test_spellings_that_exist(word):
    assert is_syllable(word)


EXIST_NOT = "nguễn nguyễ ngòc đừc trưòng phuơng nguyễnn thịi hươngg đúúc niê krông x h nguyenx"


@pytest.mark.parametrize("word", EXIST_NOT.split())
def test_spellings_that_do_not_exist(word):
    assert not is_syllable(word)


def test_the_five_tones_of_a_vowel():
    assert toned("ơ") == "ờớỡởợ"
    assert len(TONES) == 5


@given(
    st.sampled_from(ONSETS),
    st.sampled_from([r for r in RIMES if not r.endswith(("c", "ch", "p", "t"))]),
    st.sampled_from(TONES),
)
def test_every_open_rime_takes_every_tone(onset, rime, tone):
    vowel = next(i for i, letter in enumerate(rime) if letter in "aăâeêioôơuưy")
    assert is_syllable(onset + rime[:vowel] + toned(rime[vowel], tone) + rime[vowel + 1 :])


@pytest.mark.parametrize(
    ("word", "fits"), [("Nguyễn", True), ("Ân", True), ("Quỳnh", True), ("NGUYỄN", False), ("nguyễn", False)]
)
def test_words_of_names_begin_with_a_capital(word, fits):
    assert bool(re.fullmatch(NAME_SYLLABLE, word)) is fits
