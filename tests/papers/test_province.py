"""The province's week."""

import json
from datetime import datetime, timedelta

import pytest

from sosach.campaign.weeks import VIETNAM
from sosach.papers.document import said
from sosach.papers.province import Report, province_sheet
from sosach.papers.province_paper import province_paper
from tests.papers import model

DUE = datetime(2026, 6, 19, 10, 0, tzinfo=VIETNAM)
FIGURES = model.figures()["children"]
UNITS = {"99001": "xã An Mẫu", "99002": "xã Bình Mẫu", "99003": "xã Hòa Mẫu"}


def report(code: str, sent_at: datetime | None = DUE, **cumulative: int) -> Report:
    """What a commune has sent."""
    told = json.loads(json.dumps(FIGURES))
    told["cumulative"] |= cumulative
    return Report(code, UNITS.get(code, "xã lạ"), told, sent_at)


def test_true_totals_stand_below_hidden_cells():
    small = report("99001", closing=4520, id_valid=4517, id_missing=2, id_wrong=1)
    sheet = province_sheet([small, report("99002"), report("99003")], UNITS, model.CUT_OFF)
    assert sheet.lines[0].shown[:4] == ("4.520", "*", "<5", "≥ 99,9")
    assert sheet.total.shown[:4] == ("8.500", "8.193", "307", "96,4")
    assert sum(line.shown[1] == "*" for line in sheet.lines) == 2


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ([DUE] * 3, "Báo cáo: 3/3 đơn vị đã gửi đúng hạn."),
        (
            [DUE, DUE + timedelta(seconds=1), None],
            "Báo cáo: 3/3 đơn vị đã gửi, trong đó 2 đơn vị đúng hạn, 01 đơn vị sau 10 giờ 00.",
        ),
        ([DUE, DUE], "Báo cáo: 2/3 đơn vị đã gửi; 01 đơn vị chưa gửi."),
    ],
)
def test_who_has_reported_in_time(sent, words):
    reports = [report(code, at) for code, at in zip(UNITS, sent, strict=False)]
    assert province_sheet(reports, UNITS, model.CUT_OFF).opening == words


def test_who_has_not_sent_is_named_in_the_order_of_the_list_and_is_in_no_total():
    sheet = province_sheet([report("99003")], UNITS, model.CUT_OFF)
    assert sheet.missing == ("xã An Mẫu", "xã Bình Mẫu")
    assert sheet.total.true[0] == 1990
    assert sheet.lines[0].sent == "chưa có"
    assert sheet.lines[2].sent == "10:00 T6 19/06"


def test_a_friday_asks_for_the_week_that_closed_the_evening_before():
    assert province_sheet([], UNITS, model.CUT_OFF + timedelta(days=1)).cut_off == model.CUT_OFF


def test_the_paper_names_no_person_and_says_what_its_signs_mean():
    told = said(province_paper(province_sheet([report("99003")], UNITS, model.CUT_OFF), "children"))
    assert "Chưa gửi: xã An Mẫu; xã Bình Mẫu." in told
    assert [piece for piece in told if "“<5”: từ 1 đến 4" in piece]
    assert told[0].startswith("TỔNG HỢP TIẾN ĐỘ LÀM SẠCH DỮ LIỆU TRẺ EM CỦA CÁC XÃ, PHƯỜNG (tuần từ ngày 12/6/2026")
