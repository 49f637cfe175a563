import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.linkage.typing_slips import as_meant


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("nguyeenx", "nguyễn"),
        ("nguyeexn", "nguyễn"),  # the tone right behind its vowel
        ("nguye64n", "nguyễn"),
        ("nguyen64", "nguyễn"),  # digits at the end
        ("nguye6n4", "nguyễn"),
        ("phuowng", "phương"),  # one w for both letters
        ("phuwowng", "phương"),
        ("phuo7ng", "phương"),
        ("ddawng", "đăng"),
        ("d9a8ng", "đăng"),
        ("thij", "thị"),
        ("thi5", "thị"),
        ("hoaf", "hoà"),
        ("quys", "quý"),
        ("giangf", "giàng"),
        ("hufng", "hùng"),
        ("ww", "ưư"),
    ],
)
def test_keys_that_were_not_turned_into_letters(keys, meant):
    assert as_meant(keys) == meant


@pytest.mark.parametrize("syllable", ["nguyễn", "hoa", "an", "sáu", "xuân", "trang", "long", "y", ""])
def test_what_is_typed_well_stays(syllable):
    assert as_meant(syllable) == syllable


@given(st.text(alphabet="abcdđeghiklmnopqrstuvxywjfâêôăơư123456789", max_size=12))
def test_letters_come_of_keys_and_never_more_of_them(keys):
    meant = as_meant(keys)
    assert len(meant) <= len(keys) + keys.count("w")
    assert unicodedata.is_normalized("NFC", meant)
