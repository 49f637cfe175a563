"""Free words for one of a few values."""

import polars as pl

from sosach.people.answers import bare, coded, meant, says

MEANINGS = (("stopped", "thôi|xoá"), ("active", "hưởng"))


def value(text: str | None) -> object:
    return pl.select(meant(pl.lit(text, dtype=pl.String), MEANINGS)).item()


def test_the_first_pattern_that_is_found_gives_the_value():
    assert value("thôi hưởng") == "stopped"
    assert value("Đang HƯỞNG") == "active"


def test_marks_may_stand_in_either_place():
    assert value("xóa tên") == value("xoá tên") == "stopped"


def test_a_text_without_marks_is_understood():
    assert value("thoi huong") == "stopped"
    assert value("dang huong") == "active"


def test_other_marks_are_other_words():
    assert value("thối") is None
    assert value("hướng") is None


def test_what_is_not_understood_is_null():
    assert value("khác") is None
    assert value("") is None
    assert value(None) is None


def test_patterns_lose_the_marks_of_their_letters_only():
    assert bare(r"^(?:đã )?mất\b|[^\p{L}]\d") == r"^(?:da )?mat\b|[^\p{L}]\d"


def test_a_pattern_is_a_regular_expression():
    assert pl.select(says(pl.lit("Đã mất"), "^đã? m.t$")).item()


def test_value_of_a_record_stands_for_itself_and_no_other_text_does():
    texts = pl.Series(["stopped", "Stopped", "đã stopped", None])
    assert pl.select(coded(pl.lit(texts), ["active", "stopped"])).to_series().to_list() == ["stopped", None, None, None]
