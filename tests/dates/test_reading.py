"""Reading dates: every way that offices write them, day always before month, and nothing guessed."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.dates.reading import DATE_STATES, read
from sosach.dates.serial import to_1900
from sosach.text.cells import DATE, ERROR, NUMBER, SHOWN, TRUTH, UNCACHED

DAYS = st.dates(date(1930, 1, 1), date(2029, 12, 31))


def one(cell):
    return read(pl.Series([cell], dtype=pl.String)).row(0)


@pytest.mark.parametrize(
    "cell",
    [
        *("4/6/2015", "04/06/2015", "04-06-2015", "04.06.2015", "2015-06-04", "2015/6/4", "04/06-2015", "4,6,2015"),
        *("04 / 06 / 2015", "04 06 2015", "04//06/2015", "04/06/2015.", "'04/06/2015", " 04/06/2015", "04\\06\\2015"),
        *("ngày 04 tháng 6 năm 2015", "Ngày 4 tháng 06 năm 2015", "04 tháng 6 năm 2015", "ngày 4/6/2015"),
        *("sinh ngày 04 tháng 6 năm 2015", "Ngày sinh: 4/6/2015", "04/06/2015 (theo giấy khai sinh)"),
        *("04-thg 6-2015", "04 Thg6 2015", "04-Jun-2015", "4 June 2015", "Jun 4, 2015"),
        *("2015-06-04 00:00:00", "04/06/2015 00:00", "2015-06-04T00:00:00", "2015-06-04T07:00:00+07:00"),
        *("04/06/2015 12:30:00 AM", "Thứ năm, 04/06/2015", "thứ 5 ngày 4/6/2015", "Chủ nhật 04/06/2015"),
        *("4/6/2015 dương lịch", "04062015", "20150604", "4062015"),
        *(DATE + "2015-06-04", NUMBER + "42159", NUMBER + "42159.0", NUMBER + "42159.75", NUMBER + "4062015"),
        *(NUMBER + "20150604", SHOWN + "04062015"),
    ],
)
def test_the_fourth_of_june(cell):
    assert one(cell) == ("2015-06-04", "good", None)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *((cell, "2015-06") for cell in ("6/2015", "06-2015", "6.2015", "2015-06", "2015/6", "062015")),
        *((cell, "2015-06") for cell in ("tháng 6/2015", "tháng 6 năm 2015", "T6/2015", "00/06/2015", "--/06/2015")),
        *((cell, "2015-06") for cell in ("xx/06/2015", "../6/2015", "June 2015", NUMBER + "6.2015")),
    ],
)
def test_a_month_without_a_day(cell, value):
    assert one(cell) == (value, "good", None)


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "1948",
            "1948.",
            "'1948",
            "1948.0",
            NUMBER + "1948",
            NUMBER + "1948.0",
            "năm 1948",
            "sinh năm 1948",
            "SN 1948",
        ),
        *("--/--/1948", "00/00/1948", "../../1948", "xx/xx/1948", "XX-XX-1948", "?/?/1948", "__/__/1948", "…/…/1948"),
        *("/1948", "- 1948", " / /1948", "//1948", "00/1948"),
        *("1948 (không nhớ ngày)", "1948 (không rõ ngày, tháng)", "không nhớ ngày tháng 1948", "1948 (tuổi Tý)"),
    ],
)
def test_a_year_alone_is_a_birth_date(cell):
    assert one(cell) == ("1948", "good", None)


def test_the_first_of_january_stands_as_it_is():
    assert one("01/01/1940") == ("1940-01-01", "good", None)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("04/6/15", "2015-06-04"),
        ("040615", "2015-06-04"),
        ("31/12/29", "2029-12-31"),
        ("01/01/30", "1930-01-01"),
        ("31/12/99", "1999-12-31"),
        ("00/00/48", "1948"),
    ],
)
def test_a_year_of_two_digits_is_read_and_said(cell, value):
    assert one(cell) == (value, "two_digit_year", None)


@pytest.mark.parametrize(
    "cell",
    [
        *("31/02/2015", "29/02/2015", "31/04/2015", "32/01/2015", "02/31/2015", "13/25/2015", "00/13/2015", "13/2015"),
        *("31/02/15", "2015-25-04", "2015-02-30", "04/00/1948", "31022015", "29/02/1900"),
        *("04/06/2558", "2558", NUMBER + "2558", "04/06/1015", "04/06/0015"),  # no year of this calendar
    ],
)
def test_days_that_no_calendar_has(cell):
    assert one(cell) == (None, "impossible", None)


def test_leap_days_exist():
    assert one("29/02/2016") == ("2016-02-29", "good", None)
    assert one("29/02/2000")[0] == "2000-02-29"


@pytest.mark.parametrize(
    ("cell", "suggestion"), [("04/25/2015", "2015-04-25"), ("08-16-2015", "2015-08-16"), ("04/25/15", "2015-04-25")]
)
def test_month_first_is_suggested_and_never_applied(cell, suggestion):
    assert one(cell) == (None, "month_first", suggestion)


@given(DAYS)
def test_day_always_comes_before_month(day):
    cell = f"{day.day}/{day.month}/{day.year}"
    assert one(cell) == (day.isoformat(), "good", None)


@pytest.mark.parametrize(
    ("cell", "suggestion"), [("42065", "2015-03-02"), ("42065.0", "2015-03-02"), ("15000", "1941-01-24")]
)
def test_a_count_of_days_as_text_is_only_suggested(cell, suggestion):
    assert one(cell) == (None, "serial_text", suggestion)


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "hôm qua",
            "16 tuổi",
            "2 tháng tuổi",
            "6/15",
            "88",
            "99999",
            "04/06/20155",
            "04/06/215",
            "1/1/1",
            "2015/2016",
        ),
        *("khoảng 1948", "~1948", "1948?", "1948 hoặc 1949", "1948-1950", "12/2020 - 1/2021"),  # a guess is no date
        *("04/06/1948 (âm lịch)", "15/8 âm lịch 1948", "04/06/1948 AL"),  # another calendar
        *("04/--/1948", "04/xx/1948", "04--1948"),  # a day without its month
        *(TRUTH + "TRUE", NUMBER + "-5", NUMBER + "0.5", NUMBER + "123456789"),
        *("=cmd|' /C calc'!A0", "<script>", "{{7*7}}"),
    ],
)
def test_what_cannot_be_read(cell):
    assert one(cell) == (None, "unreadable", None)


@pytest.mark.parametrize("cell", [ERROR + "#N/A", ERROR + "#REF!", ERROR, UNCACHED])
def test_broken_and_uncounted_formulas(cell):
    assert one(cell) == (None, "error_cell", None)


@pytest.mark.parametrize(
    "cell",
    [
        *("x", "X", "-", "--", ".", "...", "…", "?", "/", "0", "00/00/0000", "--/--/----", "xx/xx/xxxx", NUMBER + "0"),
        *(
            "không",
            "không rõ",
            "Không có",
            "không nhớ",
            "chưa rõ",
            "chưa có",
            "k",
            "ko rõ",
            "khong ro",
            "N/A",
            "null",
            "",
        ),
    ],
)
def test_placeholders_are_empty(cell):
    assert one(cell) == (None, None, None)


def test_order_and_types():
    answer = read(pl.Series(["4/6/2015", "x", "31/2/2015"]))
    assert answer.schema == {"value": pl.String, "state": DATE_STATES, "suggestion": pl.String}
    assert answer["state"].to_list() == ["good", None, "impossible"]
    assert read(pl.Series([], dtype=pl.String)).height == 0


FORMS = ["{d}/{m}/{y}", "{d:02}-{m:02}-{y}", "{d:02}.{m:02}.{y}", "{y}-{m:02}-{d:02}", "ngày {d:02} tháng {m} năm {y}"]


@given(
    DAYS, st.sampled_from([*FORMS, "{d:02}{m:02}{y}", "  {d}/{m}/{y} ", "'{d}/{m}/{y}", "{y}-{m:02}-{d:02} 00:00:00"])
)
def test_every_day_in_every_form_comes_back(day, form):
    cell = form.format(d=day.day, m=day.month, y=day.year)
    assert one(cell) == (day.isoformat(), "good", None)


@given(st.dates(date(1928, 1, 1), date(2060, 12, 31)))
def test_counts_of_days_in_number_cells(day):
    assert one(f"{NUMBER}{to_1900(day)}") == (day.isoformat(), "good", None)
    assert one(str(to_1900(day))) == (None, "serial_text", day.isoformat())


@given(st.text())
def test_a_value_is_set_only_when_it_is_good_or_said(text):
    value, state, suggestion = one(text)
    assert (value is not None) == (state in ("good", "two_digit_year"))
    assert suggestion is None or state in ("month_first", "serial_text")
