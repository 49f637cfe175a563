"""Days as papers write them."""

from datetime import date, time

import pytest

from sosach.campaign import days_in_words


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 6, 18), "thứ Năm 18/6/2026"),
        (date(2026, 6, 7), "Chủ nhật 07/6/2026"),
        (date(2027, 2, 6), "thứ Bảy 06/02/2027"),
        (date(2026, 12, 1), "thứ Ba 01/12/2026"),
    ],
)
def test_day_below_ten_and_first_two_months_carry_a_zero(day, text):
    assert days_in_words.long(day) == text


def test_every_weekday_has_its_name():
    assert [days_in_words.weekday_name(date(2026, 6, day)) for day in range(1, 8)] == [
        "thứ Hai",
        "thứ Ba",
        "thứ Tư",
        "thứ Năm",
        "thứ Sáu",
        "thứ Bảy",
        "Chủ nhật",
    ]


def test_hour_is_written_out():
    assert days_in_words.hour(time(10)) == "10 giờ 00"
