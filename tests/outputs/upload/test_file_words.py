"""A new value goes in as the file itself would say it."""

import polars as pl
import pytest

from sosach.outputs.upload.file_words import FileWords, file_words
from sosach.registers.catalogue import registers

CHILDREN = registers()["children"]
BENEFICIARIES = registers()["beneficiaries"]


def words(field: str, values: list[str | None], raws: list[str | None], **more: list[str | None]) -> FileWords:
    columns = {field: values, f"{field}__raw": raws, **{f"{field}__{name}": told for name, told in more.items()}}
    return file_words(pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)), CHILDREN)


def test_the_word_that_stands_most_often_is_used_again() -> None:
    told = words("sex", ["male", "male", "male", "female"], ["Trai", "Nam", "Trai", "Gái"])
    assert told.written("sex", "male") == "Trai"
    assert told.written("sex", "female") == "Gái"


def test_untidy_and_undecoded_words_are_no_models() -> None:
    told = words("sex", ["male", "male", "male"], [" nam", " nam", "Nam"], legacy=[None, None, None])
    assert told.written("sex", "male") == "Nam"
    told = words("ethnicity", ["02", "02"], ["Tµy", "Tµy"], legacy=["certain", "certain"])
    assert told.written("ethnicity", "02") == "Tày"


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("sex", "female", "Nữ"),
        ("ethnicity", "01", "Kinh"),
        ("status", "moved", "Chuyển đi"),
        ("birth_date", "2018-06-04", "04/06/2018"),
        ("birth_date", "2018-06", "06/2018"),
        ("birth_date", "1938", "1938"),
        ("personal_id", "027218700001", "027218700001"),
        ("full_name", "Nguyễn Bảo An", "Nguyễn Bảo An"),
        ("note", None, ""),
    ],
)
def test_what_the_file_has_no_word_for_is_said_as_the_state_says_it(field: str, value: str | None, text: str) -> None:
    assert words("sex", [], []).written(field, value) == text


def test_names_follow_the_capitals_of_the_file() -> None:
    raws = ["NGUYỄN VĂN AN", "LÊ THỊ BÌNH", "Trần Văn Cảnh", "PHẠM THỊ DUNG", "ĐỖ VĂN EM"]
    told = words("full_name", raws, raws)
    assert told.written("full_name", "Hoàng Thị Hòa") == "HOÀNG THỊ HÒA"
    assert told.written("mother_name", "Hoàng Thị Hòa") == "Hoàng Thị Hòa"


def test_a_category_is_named_in_full_even_where_lists_of_ours_would_not() -> None:
    told = file_words(pl.DataFrame(), BENEFICIARIES)
    assert "HIV" in told.written("category", "5.8")
