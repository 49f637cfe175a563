"""Numbers in prose."""

import pytest

from sosach.papers import words


def test_a_number_below_ten_carries_a_zero_but_nought_does_not():
    assert [words.counted(number) for number in (0, 1, 9, 10, 1990)] == ["0", "01", "09", "10", "1.990"]


def test_percent_is_rounded_half_up_and_never_reads_100_for_less():
    assert words.share(1, 800) == "0,1 %"
    assert words.share(5, 1000) == "0,5 %"
    assert words.share(125, 1000) == "12,5 %"
    assert words.share(1, 8) == "12,5 %"
    assert words.share(2000, 2001) == "99,9 %"


def test_a_share_of_nothing_is_no_share():
    with pytest.raises(ValueError, match="nothing"):
        words.share(0, 0)
    assert words.cell_share(0, 0) == "–"


def test_zeros_are_left_out_of_an_enumeration():
    assert words.enumerated([(0, "trẻ"), (0, "người")]) == "không có trường hợp nào"


def test_at_most_five_hamlets_are_named():
    assert words.named(["a"], "thôn") == "a"
    assert words.named([], "thôn") == ""
    assert words.named(list("abcdef"), "thôn") == "a, b, c, d, e và 01 thôn khác"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "không"), (10, "mười"), (11, "mười một"), (15, "mười lăm"), (21, "hai mươi mốt"), (24, "hai mươi bốn"),
        (100, "một trăm"), (101, "một trăm linh một"), (110, "một trăm mười"), (999, "chín trăm chín mươi chín"),
        (1005, "một nghìn không trăm linh năm"), (20_000, "hai mươi nghìn"),
    ],
)  # fmt: skip
def test_sums_are_written_out_as_they_are_spoken(number, said):
    assert words.in_words(number) == said


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_what_nobody_writes_out_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        words.in_words(number)
