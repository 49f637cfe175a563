"""The parts that papers share."""

from dataclasses import replace
from datetime import date

import pytest

from sosach.papers import letterhead
from sosach.papers.document import Paper, Part, Section, said
from tests.papers import model

OFFICE = letterhead.office_of(model.plan())


def words(part: Part) -> list[str]:
    """What a part says."""
    return said(Paper("", (Section((part,)),)))


def test_number_and_day_stay_blank_for_the_registry_clerk():
    told = words(letterhead.head(OFFICE, "BC-UBND", date(2026, 6, 18)))
    assert told == [
        "ỦY BAN NHÂN DÂN", "XÃ HÒA MẪU", "Số:        /BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Hòa Mẫu, ngày      tháng 6 năm 2026",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cut_off", "month"),
    [(date(2026, 7, 28), "tháng 7"), (date(2026, 7, 29), "tháng      "), (date(2027, 2, 4), "tháng 02")],
)
def test_month_is_blank_when_the_paper_may_be_signed_in_the_next_one(cut_off, month):
    assert month in words(letterhead.head(OFFICE, "BC-UBND", cut_off))[-1]


def test_minutes_are_signed_on_the_spot_and_print_their_day():
    told = words(letterhead.head(OFFICE, "BB-UBND", date(2026, 6, 4), day=date(2026, 6, 4)))
    assert told[-1] == "Hòa Mẫu, ngày 04 tháng 6 năm 2026"


def test_one_addressee_stands_without_a_full_stop_several_one_per_line():
    assert words(letterhead.addressed(["Sở Y tế"])) == ["Kính gửi: Sở Y tế"]
    assert words(letterhead.addressed(["Sở Y tế", "UBND xã"])) == ["Kính gửi:", "- Sở Y tế;", "- UBND xã."]


@pytest.mark.parametrize(
    ("signed_by", "lines"),
    [
        ("chairman", ["CHỦ TỊCH"]),
        ("vice_chairman", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (None, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    ],
)
def test_who_signs_follows_the_plan(signed_by, lines):
    told = words(letterhead.signature(replace(OFFICE, signed_by=signed_by), ["Như kính gửi", "Lưu: VT, VHXH"]))
    assert told == ["Nơi nhận:", "- Như kính gửi;", "- Lưu: VT, VHXH.", "TM. ỦY BAN NHÂN DÂN", *lines, ""]


def test_a_plan_without_number_leaves_room_for_it():
    told = model.plan()
    bare = letterhead.office_of(replace(told, document=None))
    assert bare.plan.startswith("Kế hoạch số         /KH-UBND")
