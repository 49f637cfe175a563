"""Letters alone: what stands between them tells nothing."""

import pytest

from sosach.people.written import keys


@pytest.mark.parametrize("text", ["H'Mông", "H’Mông", "h mông", "H-MÔNG", " Hmông. "])
def test_apostrophes_hyphens_and_spaces_are_left_out(text):
    assert keys([text]) == [("hmông", "hmong")]


def test_the_tone_stands_in_one_place():
    assert keys(["Hoà", "Hòa"])[0] == keys(["Hoà", "Hòa"])[1]


def test_order_is_kept_and_nothing_is_fine():
    assert [bare for _, bare in keys(["Tày", "Kinh", "Đức"])] == ["tay", "kinh", "duc"]
    assert keys([]) == []
