"""Tables of a plan: what is read, what is refused, and where."""

from datetime import time

import pytest

from sosach.campaign.plan_table import Table
from sosach.findings.notices import Refused


def table(**values: object) -> Table:
    return Table("plan.toml", "reports[1]", values)


def test_words_are_a_list_of_texts():
    assert table(words=["a", "b"]).words("words") == ("a", "b")
    assert table().words("words") == ()


def test_hour_is_a_time_of_the_day():
    assert table(hour=time(10)).take("hour", time) == time(10)


@pytest.mark.parametrize("value", [True, "10", 1.5])
def test_number_is_no_switch_no_text_and_no_fraction(value):
    with pytest.raises(Refused) as caught:
        table(before_day=value).take("before_day", int)
    assert "reports[1].before_day" in caught.value.notice.message
    assert "số nguyên" in caught.value.notice.message


def test_word_that_is_none_of_the_known_is_refused_with_those():
    with pytest.raises(Refused) as caught:
        table(weekday="thursady").choice("weekday", ["thursday", "friday"])
    assert "thursady" in caught.value.notice.message
    assert "thursday, friday" in caught.value.notice.message


def test_word_that_stands_twice_in_a_list_is_refused():
    with pytest.raises(Refused) as caught:
        table(rights=["see", "see"]).choices("rights", ["see"])
    assert "mỗi giá trị một lần" in caught.value.notice.message


def test_choice_may_be_left_out_but_not_misspelt():
    assert table().maybe_choice("send", ["next"]) is None
    with pytest.raises(Refused):
        table(send="nxt").maybe_choice("send", ["next"])


def test_table_left_out_is_an_empty_one():
    table().maybe_table("holidays").finish()


def test_what_nobody_asked_for_is_refused_with_its_place():
    with pytest.raises(Refused) as caught:
        table(gio="10").finish()
    assert caught.value.notice.code == "plan_unknown"
    assert "reports[1].gio" in caught.value.notice.message
