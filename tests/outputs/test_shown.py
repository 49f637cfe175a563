import datetime as dt
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.outputs.shown import (
    DOTS,
    WITHHELD,
    day,
    discreet,
    discreet_message,
    masked,
    percent,
    shown_values,
    spans,
    whole,
)
from sosach.registers.children import REGISTER


def _masked(text: str) -> str:
    return str(pl.select(masked(pl.lit(text))).item())


def _discreet(text: str | None, field: str | None) -> str | None:
    frame = pl.DataFrame({"t": [text], "f": [field]}, schema={"t": pl.String, "f": pl.String})
    return frame.select(discreet(pl.col("t"), pl.col("f"))).item()


def _message(text: str, field: str | None = None) -> str:
    frame = pl.DataFrame({"t": [text], "f": [field]}, schema={"t": pl.String, "f": pl.String})
    return str(frame.select(discreet_message(pl.col("t"), pl.col("f"))).item())


def test_counts_have_dots_between_thousands() -> None:
    assert [whole(n) for n in (0, 999, 1990, 1234567)] == ["0", "999", "1.990", "1.234.567"]


@pytest.mark.parametrize(
    ("part", "total", "printed"),
    [
        (52, 64, "81,3 %"),  # 81,25: half goes up, where binary fractions would go down
        (0, 7, "0 %"),
        (7, 7, "100 %"),
        (1, 3000, "0,0 %"),
        (2999, 3000, "100,0 %"),
        (3, 0, "–"),
    ],
)
def test_shares_are_rounded_half_up_and_bare_only_when_exact(part: int, total: int, printed: str) -> None:
    assert percent(part, total) == printed


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_printed_share_is_never_off_by_more_than_half_a_tenth(part: int, total: int) -> None:
    part = min(part, total)
    printed = Fraction(percent(part, total).removesuffix(" %").replace(",", "."))
    assert abs(printed - Fraction(100 * part, total)) <= Fraction(1, 20)


def test_days_have_two_digits_for_day_and_month() -> None:
    assert day(dt.date(2026, 6, 4)) == "04/06/2026"


@given(st.sets(st.integers(1, 200)))
def test_runs_of_rows_name_every_row_once(rows: set[int]) -> None:
    named: list[int] = []
    for run in spans(sorted(rows)):
        first, _, last = run.partition("–")
        named += range(int(first), int(last or first) + 1)
    assert named == sorted(rows)


@pytest.mark.parametrize(
    "number",
    [
        "003216600001",
        "003 216 600 001",
        "003.216.600.001",
        "003-216-600-001",
        "OO3216600O01",
        "003*****0001",
        "003xxxxx0001",
        "003216600001 là số của mẹ",
    ],
)
def test_of_a_number_only_three_and_two_digits_are_shown(number: str) -> None:
    shown = _masked(f"Số “{number}” cần xem lại.")
    assert DOTS in shown
    assert "216" not in shown
    assert "6000" not in shown
    assert shown.endswith("” cần xem lại.")


def test_the_word_behind_a_number_is_kept() -> None:
    assert _masked("chỉ có 003216600048 là khớp") == f"chỉ có 003{DOTS}48 là khớp"
    assert _masked("số 003216600048 loại cũ") == f"số 003{DOTS}48 loại cũ"


@pytest.mark.parametrize(
    "text", ["16/08/2015", "16.08.2015", "16-08-2015", "22/2025", "2.72E+10", "TE27000001", "1.990"]
)
def test_dates_and_short_codes_are_no_numbers_of_persons(text: str) -> None:
    assert _masked(text) == text


@given(st.from_regex(r"\A\d{9,14}\Z"))
def test_no_long_number_survives(number: str) -> None:
    assert number not in _masked(f"“{number}”")


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("đ", "special_circumstance"),
        ("Trẻ em khuyết tật", "special_circumstance"),
        ("Gia đình có người nghiện", "at_risk"),
        ("Trẻ nhiễm HIV hộ nghèo", "category"),
        ("5.3", "category"),
        ("Điều 5.8", "category"),
        ("mẹ nhiễm HIV", "note"),
        ("bị xâm hại", None),
        ("NGHIỆN MA TÚY", "note"),
        ("nghiện ma tuý", "note"),
        ("nghie\u0302\u0323n", "note"),  # decomposed
    ],
)
def test_what_must_not_leave_the_office_is_not_repeated(value: str, field: str | None) -> None:
    assert _discreet(value, field) == WITHHELD


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("5.6", "category"),
        ("15.3", "category"),
        ("Hộ nghèo", "poverty"),
        ("nghiên cứu", "note"),
        ("", "note"),
        (None, "note"),
    ],
)
def test_other_values_are_repeated(value: str | None, field: str) -> None:
    assert _discreet(value, field) == value


def test_a_sentence_keeps_its_reason_and_loses_what_it_quotes() -> None:
    said = _message("Hoàn cảnh ghi “đ”, không đọc được.", "special_circumstance")
    assert said == f"Hoàn cảnh ghi {WITHHELD}, không đọc được."
    assert "HIV" not in _message("Họ tên ghi “Nguyễn A (HIV)”; phần HIV là ghi chú.", "full_name")
    assert _message("Họ tên ghi “An”.", "full_name") == "Họ tên ghi “An”."


def test_suggestions_are_printed_as_people_write_them() -> None:
    frame = pl.DataFrame(
        {
            "v": ["2018-05-06", "male", "01", "003216600001", None],
            "f": ["birth_date", "sex", "ethnicity", "personal_id", "sex"],
        }
    )
    printed = frame.select(shown_values(pl.col("v"), pl.col("f"), REGISTER)).to_series().to_list()
    assert printed == ["06/05/2018", "nam", "Kinh", "003216600001", None]
