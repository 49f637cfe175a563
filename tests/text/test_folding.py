"""Keys: what people mean to be the same is the same, and different names stay different."""

import pytest
from hypothesis import given

from sosach.text.folding import i_for_y, letters_key, search_key, without_marks
from sosach.text.rare import scalar
from tests.text.names import full_names
from tests.text.published import pairs


@pytest.mark.parametrize(("text", "bare"), pairs("remove_marks"))
def test_published_texts_without_marks(text, bare):
    assert scalar(without_marks, text) == bare


@pytest.mark.parametrize(("text", "folded"), pairs("i_y_fold"))
def test_published_texts_with_i_for_y(text, folded):
    assert scalar(i_for_y, text) == folded


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Văn  Đức", "nguyen van duc"),
        ("ĐẶNG THÙY TRÂM", "dang thuy tram"),
        ("H’Hen Niê", "h'hen nie"),
        ("Hʼhen niê", "h'hen nie"),
        ("Y Ê‑Ban", "y e-ban"),
        ("Siu Blŏ", "siu blo"),
        ("Müller", "muller"),
        (" Hoà ", "hoa"),
    ],
)
def test_search_keys(text, key):
    assert scalar(search_key, text) == key


def test_letters_keys_forget_only_where_the_tone_stands():
    assert scalar(letters_key, "NGUYỄN  THỊ THÚY") == scalar(letters_key, "Nguyễn Thị Thuý") == "nguyễn thị thuý"
    assert scalar(letters_key, "H’Hen") == scalar(letters_key, "H'HEN")


@pytest.mark.parametrize(
    ("one", "other"), [("Thuý", "Thuỷ"), ("Lan", "Lân"), ("Lý", "Lí"), ("Dung", "Đung"), ("Vy", "Vi")]
)
def test_letters_keys_keep_different_names_apart(one, other):
    assert scalar(letters_key, one) != scalar(letters_key, other)


@given(full_names())
def test_search_keys_are_plain_and_stable(name):
    key = scalar(search_key, name)
    assert key.isascii()
    assert key == key.lower() == scalar(search_key, key)
    assert len(key) == len(name)


@given(full_names())
def test_letters_keys_are_stable_and_finer(name):
    key = scalar(letters_key, name)
    assert scalar(letters_key, key) == key
    assert scalar(search_key, key) == scalar(search_key, name)
