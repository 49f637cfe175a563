"""Who is only in the register and who only in the births book, and why that may be."""

from datetime import date

import polars as pl
import pytest

from sosach.linkage.civil import only_in_births, only_in_register

ON = date(2026, 6, 18)
CHILD = {"birth_date": "2026-01-05", "personal_id": None, "birth_cert_no": None, "status": None, "note": None}
BIRTH = {"birth_date": "2026-05-01", "note": None, "commune": "Hòa Mẫu"}


def frame(facts):
    return pl.DataFrame([facts], schema=dict.fromkeys(facts, pl.String))


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, "overdue"),
        ({"birth_date": "2026-04-18"}, "overdue"),  # the 61st day
        ({"birth_date": "2026-04-19"}, "within_60_days"),  # the 60th
        ({"birth_date": "2026-04"}, "within_60_days"),  # it may be the 30th
        ({"birth_date": "2026-03"}, "overdue"),
        ({"birth_date": None}, "undated"),
        ({"personal_id": "027226600001"}, "registered_elsewhere"),
        ({"birth_cert_no": "12/2026"}, "registered_elsewhere"),
        ({"status": "moved"}, "left"),
        ({"status": "managed"}, "overdue"),
        ({"note": "đã chuyển đi tỉnh khác"}, "left"),
        ({"note": "bố đã mất"}, "overdue"),
        ({"birth_date": "2010-06-18"}, "left"),
        ({"birth_date": "2010-06-19"}, "overdue"),
    ],
)
def test_child_without_an_entry_in_the_book(facts, why):
    assert only_in_register(frame(CHILD | facts), pl.Series([False]), ON).to_list() == [why]


@pytest.mark.parametrize(
    ("facts", "home", "why"),
    [
        ({}, "hoa mau", "new"),
        ({}, None, "new"),
        ({"commune": "Yên Sơn"}, "hoa mau", "other_commune"),
        ({"commune": "Hoà Mẫu"}, "hoa mau", "new"),
        ({"commune": None}, "hoa mau", "new"),
        ({"birth_date": "2010-06-18"}, "hoa mau", "sixteen"),
        ({"birth_date": "2010"}, "hoa mau", "new"),  # may be under sixteen
        ({"note": "Đã chết ngày 03/5/2026"}, "hoa mau", "gone"),
        ({"birth_date": None}, "hoa mau", "new"),
    ],
)
def test_birth_that_the_register_does_not_have(facts, home, why):
    assert only_in_births(frame(BIRTH | facts), pl.Series([False]), ON, home).to_list() == [why]


def test_child_whose_other_row_was_found_is_no_new_child():
    assert only_in_births(frame(BIRTH), pl.Series([True]), ON, None).to_list() == ["double"]
    assert only_in_register(frame(CHILD), pl.Series([True]), ON).to_list() == ["double"]
