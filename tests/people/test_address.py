"""Addresses as words: what parts them, which kinds stand before names, where tones and marks are."""

import pytest

from sosach.people.address import split


def words(text):
    return split([text])[0].words


@pytest.mark.parametrize(
    "text",
    [
        "xã Vạn Ninh, huyện Gia Bình", "XÃ VẠN NINH; HUYỆN GIA BÌNH", "xã Vạn Ninh (huyện Gia Bình)",
        "xã Vạn Ninh/huyện Gia Bình",
        "xa van ninh, huyen gia binh",
    ],
)  # fmt: skip
def test_commas_and_their_like_part_an_address(text):
    address = split([text])[0]
    assert address.words == ("xa", "van", "ninh", "huyen", "gia", "binh")
    assert address.gaps == ("", "", "", ",", "", "")


def test_a_hyphen_is_a_weaker_gap():
    assert split(["Cao Đức - Gia Bình-Bắc Ninh"])[0].gaps == ("", "", "-", "", "-", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P.15", ("p", "15")), ("p15", ("p", "15")), ("Phường 05", ("phuong", "5")), ("Q1", ("q", "1")),
        ("TP.HCM", ("tp", "hcm")),
        ("Đắk R'Lấp", ("dak", "rlap")), ("Hoà Mẫu", ("hoa", "mau")), ("Mỹ Lý", ("mi", "li")), ("", ()), (" , ", ()),
    ],
)  # fmt: skip
def test_abbreviations_numbers_and_marks(text, expected):
    assert words(text) == expected


def test_marks_are_kept_beside():
    address = split(["Hòa Mẫu"])[0]
    assert address.letters == split(["HOÀ MẪU"])[0].letters
    assert address.is_marked()
    assert not split(["Hoa Mau"])[0].is_marked()


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("xã Vạn Ninh", 1, ("xã", 0)), ("X. Vạn Ninh", 1, ("xã", 0)), ("thị trấn Gia Bình", 2, ("thị trấn", 0)),
        ("TT Gia Bình", 1, ("thị trấn", 0)), ("Đặng Xá Hà Nội", 2, (None, 2)), ("dang xa ha noi", 2, ("xã", 1)),
        ("xã, Vạn Ninh", 1, (None, 1)), ("Vạn Ninh", 0, (None, 0)),
    ],
)  # fmt: skip
def test_the_kind_before_a_name(text, at, expected):
    assert split([text])[0].kind_before(at) == expected


def test_parts_before_a_word():
    address = split(["Thôn A, xã B, tỉnh C"])[0]
    assert [address.parts_before(at) for at in (0, 2, 4)] == [0, 1, 2]
    assert split([", tỉnh C"])[0].parts_before(0) == 1
