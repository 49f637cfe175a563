"""Categories as commune lists write them; what ended on a day; what a wording says beyond its category."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.people import category
from sosach.refdata.benefits import benefits, wordings
from sosach.text import cells

ON = date(2026, 6, 18)


def told(text, on=ON):
    return category.read(pl.Series([text]), on=on).row(0, named=True)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Trẻ em mồ côi cả cha và mẹ", "5.1.b"), ("Người khuyết tật đặc biệt nặng", "5.6"), ("NKT ĐBN", "5.6"),
        ("Hộ gia đình chăm sóc người khuyết tật đặc biệt nặng", "20.2.c"),
        ("Người đơn thân nghèo đang nuôi con", "5.4"),
        ("Hưởng trợ cấp hưu trí xã hội (từ đủ 75 tuổi)", "pension"), ("TRẺ EM KHUYẾT TẬT NẶNG", "5.6"),
        ("Người cao tuổi thuộc hộ nghèo không có người phụng dưỡng", "5.5.a"), ("Người khuyet tat nang", "5.6"),
        ("Đối tượng là người khuyết tật nặng", "5.6"), ("Người đơn thân nghèo đang nuôi 02 con", "5.4"),
        ("5.6", "5.6"), (f"{cells.NUMBER}5.6", "5.6"), ("5.1.đ", "5.1.đ"), ("5.1.d", "5.1.d"),
        ("Khoản 6 Điều 5", "5.6"),
        ("Điểm a khoản 5 Điều 5", "5.5.a"), ("điểm đ khoản 1", "5.1.đ"), ("điểm d khoản 1", "5.1.d"),
        ("pension", "pension"), ("Khuyết tật nặng - người cao tuổi", "5.6"), ("NCT (khuyết tật nặng)", "5.6"),
        ("Khuyết tật nặng TE", "5.6"), ("Nuôi dưỡng NKT ĐBN", "20.2.d"), ("Hộ GĐ chăm sóc NKT ĐBN", "20.2.c"),
        ("Người nhận chăm sóc NKT đặc biệt nặng", "20.2.d"), ("Trẻ mồ côi", "5.1"), ("TC HTXH", "pension"),
    ],
)  # fmt: skip
def test_wordings_of_offices(text, key):
    assert (told(text)["value"], told(text)["state"]) == (key, "good")


def test_every_known_wording_is_its_category():
    answers = category.read(pl.Series([wording.text for wording in wordings()]), on=date(2025, 6, 1))
    assert answers["value"].to_list() == [wording.key for wording in wordings()]


def test_what_a_wording_says_beyond_its_category():
    assert told("Trẻ em khuyết tật nặng")["age_below"] == 16
    assert told("Trẻ em khuyết tật nặng")["degree"] == "severe"
    assert told("Người cao tuổi khuyết tật đặc biệt nặng")["age_from"] == 60
    assert told("Người cao tuổi khuyết tật đặc biệt nặng")["degree"] == "very_severe"
    assert told("Hưởng trợ cấp hưu trí xã hội (từ đủ 75 tuổi)")["age_from"] == 75


def test_words_in_another_order_say_the_same_of_age_and_degree():
    elderly = told("Khuyết tật đặc biệt nặng, người cao tuổi")
    assert (elderly["age_from"], elderly["degree"]) == (60, "very_severe")
    assert told("NCT 80t")["value"] == told("Người cao tuổi trên 80 tuổi")["value"] == "5.5.c"


@pytest.mark.parametrize("text", ["Người cao tuổi dưới 80 tuổi", "Người không khuyết tật nặng"])
def test_a_word_more_that_means_something_is_another_wording(text):
    assert told(text)["value"] is None


def test_limits_of_the_category_hold_where_the_wording_has_none():
    assert told("Trẻ em mồ côi cả cha và mẹ")["age_below"] == 16
    assert told("Trợ cấp hưu trí xã hội")["age_from"] == 70
    nobody = told("Hộ gia đình chăm sóc người khuyết tật đặc biệt nặng")
    assert (nobody["age_from"], nobody["age_below"], nobody["degree"]) == (None, None, None)


@pytest.mark.parametrize(
    "text", ["Người từ đủ 80 tuổi trở lên không có lương hưu", "5.5.c", "Người từ đủ 80 tuổi trở lên"]
)
def test_what_became_the_social_pension_ended(text):
    assert (told(text)["value"], told(text)["state"]) == ("5.5.c", "ended")
    assert told(text, on=date(2025, 6, 30))["state"] == "good"


def test_the_nearest_wording_is_offered_and_never_taken():
    answer = told("Người khuyết tật nặg")
    assert (answer["value"], answer["state"], answer["suggestion"]) == (None, "unknown", "5.6")


@pytest.mark.parametrize(
    "text", ["Khuyết tật nhẹ", "Hộ nghèo", "abc", "?", "5.9", "5", "Khoản 9 Điều 5", "Người có công"]
)
def test_what_is_no_category(text):
    assert (told(text)["value"], told(text)["state"], told(text)["suggestion"]) == (None, "unknown", None)


@given(st.text(max_size=30))
def test_any_text_is_answered(text):
    answer = told(text)
    assert answer["value"] in (None, *benefits())
    assert (answer["value"] is None) == (answer["state"] == "unknown")


def test_an_empty_column():
    assert category.read(pl.Series([], dtype=pl.String), on=ON).height == 0
