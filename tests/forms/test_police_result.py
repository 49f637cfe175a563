"""Results of the police in their own words."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.forms.police import RESULT_WORDS, Result
from sosach.forms.police_result import read


def meant(text: str) -> tuple[str | None, str]:
    value, state = read(pl.Series([text])).row(0)
    return value, state


@pytest.mark.parametrize(("result", "words"), RESULT_WORDS.items())
def test_the_words_of_the_drop_down_are_understood(result: Result, words: str) -> None:
    for written in (words, words.lower(), words.upper(), f" {words}."):
        assert meant(written) == (result, "good")


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("khớp", Result.MATCHES),
        ("đã khớp", Result.MATCHES),
        ("Trùng khớp", Result.MATCHES),
        ("Đúng", Result.MATCHES),
        ("OK", Result.MATCHES),
        ("khop", Result.MATCHES),
        ("thông tin chính xác", Result.MATCHES),
        ("đã cấp", Result.NUMBER_GIVEN),
        ("Đã cấp số định danh", Result.NUMBER_GIVEN),
        ("bổ sung số", Result.NUMBER_GIVEN),
        ("cap moi", Result.NUMBER_GIVEN),
        ("đã có số ĐDCN", Result.NUMBER_GIVEN),
        ("sửa ngày sinh", Result.CORRECTED),
        ("đính chính tên", Result.CORRECTED),
        ("ko tìm thấy", Result.NOT_FOUND),
        ("k thấy", Result.NOT_FOUND),
        ("không có trong CSDL", Result.NOT_FOUND),
        ("khong tim thay", Result.NOT_FOUND),
        ("Không tra được", Result.NOT_FOUND),
        ("chưa ĐKKS", Result.UNREGISTERED),
        ("chưa khai sinh", Result.UNREGISTERED),
        ("chưa có giấy khai sinh", Result.UNREGISTERED),
        ("chua dang ky khai sinh", Result.UNREGISTERED),
        ("trùng với dòng 5", Result.DUPLICATE),
        ("bị trùng", Result.DUPLICATE),
        ("chưa được cấp số", Result.OTHER),
        ("đang xác minh", Result.OTHER),
        ("đã chuyển đi", Result.OTHER),
        ("đã mất năm 2025", Result.OTHER),
    ],
)
def test_results_are_understood_as_people_write_them(words: str, result: Result) -> None:
    assert meant(words) == (result, "good")


@pytest.mark.parametrize(
    "words", ["không khớp", "Chưa khớp", "sai", "không đúng", "ko khớp ngày sinh", "Không trùng khớp"]
)
def test_that_something_is_wrong_is_no_result_of_the_seven(words: str) -> None:
    assert meant(words) == (None, "wrong")


@pytest.mark.parametrize("words", ["x", "1", "Nguyễn Văn Mẫu", "027218700001", "?", "liên hệ lại"])
def test_what_names_no_result_is_none(words: str) -> None:
    assert meant(words) == (None, "unreadable")


@settings(max_examples=10)
@given(st.lists(st.text(min_size=1), min_size=20, max_size=40))
def test_any_text_is_answered(texts: list[str]) -> None:
    found = read(pl.Series(texts))
    assert found.height == len(texts)
    assert found["value"].is_not_null().to_list() == (found["state"] == "good").to_list()
