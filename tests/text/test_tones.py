"""Tones in one place: all pairs that others have published, and every way a name can be typed."""

import unicodedata

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.text.rare import scalar
from sosach.text.tones import tone_placed
from sosach.text.vietnamese import TONES
from tests.text.names import full_names, place_names
from tests.text.published import PAIRS, pairs


@pytest.mark.parametrize(("typed", "placed"), pairs("tone_new", "tone_old_to_new_real"))
def test_published_pairs(typed, placed):
    assert scalar(tone_placed, typed) == placed


@pytest.mark.parametrize(("typed", "placed"), pairs("tone_new_contested"))
def test_uy_without_an_onset_is_no_exception_here(typed, placed):
    # The source writes `ủy` where the syllable has no onset, but `thuỷ`; school books write `uỷ` in both. To compare,
    # it is enough that both spellings lead to one form.
    assert scalar(tone_placed, typed) == scalar(tone_placed, placed)


def test_all_pairs_of_the_file_are_asked():
    asked = {"tone_new", "tone_old_to_new_real", "tone_new_contested", "i_y_fold", "remove_marks"}
    assert {p["kind"] for p in PAIRS} == asked
    assert len(PAIRS) == 467


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"),
        ("ủy ban", "uỷ ban"),
        ("HÒA", "HOÀ"),
        ("Thúy", "Thuý"),
        ("Qùynh", "Quỳnh"),
        ("Qúi", "Quí"),
        ("Qúyên", "Quyến"),
        ("Gìang", "Giàng"),
        ("Gíup", "Giúp"),
        ("Đòan", "Đoàn"),
        ("Hoaí", "Hoái"),
        ("Nguỹên", "Nguyễn"),
        ("Hìên", "Hiền"),
        ("Thùơng", "Thuờng"),
        ("Ngoḳ", "Ngọk"),
        ("Kŕai", "Krái"),
    ],
)
def test_every_place_of_the_tone_is_one_form(one, other):
    assert scalar(tone_placed, one) == other
    assert scalar(tone_placed, other) == other


@pytest.mark.parametrize("word", ["gịa", "giạ", "Ñiêm", "Siñ", "Peña"])
def test_words_that_must_not_be_mixed_up(word):
    assert scalar(tone_placed, word) == word


@given(full_names())
def test_decomposed_names_lead_to_the_same_form(name):
    assert scalar(tone_placed, unicodedata.normalize("NFD", name)) == scalar(tone_placed, name)


@given(full_names())
def test_case_makes_no_difference(name):
    assert scalar(tone_placed, name.upper()) == scalar(tone_placed, name).upper()
    assert scalar(tone_placed, name.lower()) == scalar(tone_placed, name).lower()


def _moved(name: str, random) -> str:
    """The tone of every syllable on another vowel of it, after the letters that may bear it."""
    words = []
    for word in unicodedata.normalize("NFD", name).split(" "):
        tone = next((c for c in word if c in TONES), "")
        bare = unicodedata.normalize("NFC", word.replace(tone, "") if tone else word)
        places = [i for i, c in enumerate(bare) if c.lower() in "aăâeêioôơuưy"]
        runs = [i for i in places if not places or i - places[0] == places.index(i)]
        place = random.choice(runs) if tone and runs else None
        typed = bare if place is None else bare[: place + 1] + tone + bare[place + 1 :]
        words.append(unicodedata.normalize("NFC", typed))
    return " ".join(words)


@given(full_names(), st.randoms(use_true_random=False))
def test_wherever_the_tone_is_typed_the_name_is_the_same(name, random):
    assert scalar(tone_placed, _moved(name, random)) == scalar(tone_placed, name)


def test_placing_twice_changes_nothing():
    names = pl.DataFrame({"name": place_names()})
    once = names.select(tone_placed(pl.col("name").str.normalize("NFC")))
    assert once.equals(once.select(tone_placed(pl.col("name"))))
