"""Composition: what looks the same becomes the same, and nothing that can be seen is lost."""

import unicodedata

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.text import cells
from sosach.text.composition import composed, has_invisible, plain_letters, plain_spaces, without_invisible
from sosach.text.rare import scalar
from tests.text.names import full_names

INVISIBLE = {
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "right-to-left override": "\u202e",
    "left-to-right isolate": "\u2066",
    "Arabic letter mark": "\u061c",
    "null": "\x00",
    "delete": "\x7f",
    "C1 control": "\x90",
    "variation selector": "\ufe0f",
    "tag": "\U000e0041",
    "Hangul filler": "\u3164",
}
SPACES = ["\u00a0", "\u202f", "\u3000", "\u2009", "\u2028", "\u2029", "\t", "\n", "\r", "\u0085"]


@pytest.mark.parametrize("char", INVISIBLE.values(), ids=INVISIBLE)
def test_what_nobody_sees_is_found_and_removed(char):
    text = f"Ngu{char}yễn"
    assert pl.select(has_invisible(pl.lit(text))).item()
    assert scalar(without_invisible, text) == "Nguyễn"


@pytest.mark.parametrize("char", SPACES, ids=lambda c: f"U+{ord(c):04X}")
def test_odd_spaces_part_words_and_are_not_invisible(char):
    assert scalar(plain_spaces, f"Lê{char}Văn") == "Lê Văn"
    assert not pl.select(has_invisible(pl.lit(f"Lê{char}Văn"))).item()


def test_marks_of_cells_are_not_invisible():
    assert not any(pl.select(has_invisible(pl.lit(mark))).item() for mark in cells.MARKS)


@given(full_names())
def test_names_from_a_mac_are_composed(name):
    assert scalar(composed, unicodedata.normalize("NFD", name)) == name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Đo\u0301\u0302ng", "Đống"),
        ("Nguye\u0303\u0302n", "Nguyễn"),
        ("a\u0301\u0306", "ắ"),
        ("TRA\u0300\u0302N", "TRẦN"),
    ],
)
def test_a_tone_typed_before_the_hat_is_composed_too(typed, meant):
    assert scalar(composed, typed) == meant


@given(full_names())
def test_composed_names_stay(name):
    assert scalar(composed, name) == name
    assert scalar(plain_letters, name) == name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ðỗ", "Đỗ"),  # Eth, from old fonts
        ("Ɖỗ", "Đỗ"),
        ("ðức", "đức"),
        ("ＮＧＵＹỄＮ ０２７", "NGUYỄN 027"),
        ("𝓝𝓰𝓾𝔂ễ𝓷", "Nguyễn"),
        ("Nguyễn Vаn", "Nguyễn Van"),  # a Cyrillic а
        ("Ηoàng", "Hoàng"),  # a Greek Eta
        ("Lê Thị А", "Lê Thị A"),  # a word of one Cyrillic letter among Latin ones
    ],
)
def test_look_alikes_become_the_letters_they_look_like(typed, meant):
    assert scalar(plain_letters, typed) == meant


@pytest.mark.parametrize(
    "text", ["Москва", "Анна Петровна", "Ελένη", "Lê Дмитрий", "田中", "½ m²", "№ 5", "Ñ", "Siu Blŏ"]
)
def test_real_foreign_letters_stay(text):
    assert scalar(plain_letters, text) == text


@given(st.text())
def test_composition_is_done_once_and_for_all(text):
    def step(value):
        return plain_spaces(without_invisible(plain_letters(composed(value))))

    once = scalar(step, text)
    assert not pl.select(has_invisible(pl.lit(once))).item()
    assert scalar(without_invisible, once) == once
    assert scalar(plain_spaces, once) == once
