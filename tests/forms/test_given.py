"""What somebody wrote into an open cell."""

import pytest

from sosach.dates import reading as dates
from sosach.forms.given import Given, read_given, shown_answer
from sosach.ids import personal_id
from sosach.people import name
from sosach.text.cells import DATE, NUMBER


def test_what_is_filled_in_but_not_understood_is_told_from_what_is_empty() -> None:
    assert not Given().filled
    assert not Given().unreadable
    assert Given("không rõ", None, "other").unreadable
    assert not Given("027218700001", "027218700001", "good").unreadable


@pytest.mark.parametrize(
    ("cell", "text"), [(DATE + "2018-06-04", "04/06/2018"), (NUMBER + "27218700001", "27218700001"), (" a\n b ", "a b")]
)
def test_answers_are_shown_as_people_read_them(cell: str, text: str) -> None:
    assert shown_answer(cell) == text


def test_a_column_is_read_row_by_row() -> None:
    cells = [None, "4/6/2018", DATE + "2018-06-04", "hôm qua", "4/6/2018", ""]
    assert [one.value for one in read_given(cells, dates.read)] == [
        None, "2018-06-04", "2018-06-04", None, "2018-06-04", None,
    ]  # fmt: skip
    assert [one.filled for one in read_given(cells, dates.read)] == [False, True, True, True, True, False]


def test_an_empty_column_is_read_too() -> None:
    assert read_given([None, ""], dates.read) == [Given(), Given()]


def test_a_name_with_a_remark_is_not_set_and_a_number_with_one_is() -> None:
    assert read_given(["Lê An (tên cũ)"], name.read)[0].unreadable
    assert read_given(["027218700001 (mới cấp)"], personal_id.read)[0].value == "027218700001"
