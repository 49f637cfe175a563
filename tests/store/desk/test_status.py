from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.outputs.plain_workbook import write_plain_workbook
from sosach.store.desk.back_up import back_up
from sosach.store.desk.import_register import import_register
from sosach.store.desk.status import status_of
from sosach.store.registers.services.importing import File
from sosach.store.reports.selectors import figures_of
from sosach.store.reports.services import Wanted, freeze_report
from tests.store.people import ON, OPERATOR, child, children, taken_in
from tests.store.police.lists import WEDNESDAY, answered, asked, given, sent


def test_persons_are_counted_by_group_and_once_per_group(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex="", ethnicity=""), child(2, personal_id=""), child(3)])
    told = status_of(ON)["registers"]["children"]
    assert told["groups"] == {"no_id": {"open": 1, "settled": 0}, "basic_info": {"open": 1, "settled": 0}}
    assert told["findings"] == {"open": 3}
    assert (told["persons"], told["records"], told["waiting"]) == (3, 3, 0)


def test_last_week_and_what_came_since_are_this_week(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3), date(2026, 6, 11))
    taken_in(tmp_path / "b.xlsx", children(5), date(2026, 6, 12))
    told = status_of(ON)["registers"]["children"]
    assert (told["week"]["label"], told["week"]["from"], told["week"]["until"]) == (
        "2026-25",
        "2026-06-11",
        "2026-06-18",
    )
    assert (told["week"]["before"], told["week"]["new"], told["week"]["persons"]) == (3, 2, 5)
    assert [(one["label"], one["before"], one["persons"]) for one in told["weeks_before"]] == [("2026-24", 0, 3)]


def test_every_week_opens_with_what_the_one_before_closed_with(campaign, tmp_path):
    for number, day in enumerate((date(2026, 5, 28), date(2026, 6, 5), date(2026, 6, 11), date(2026, 6, 17))):
        taken_in(tmp_path / f"{number}.xlsx", children(3 + number), day)
    told = status_of(date(2026, 6, 19))["registers"]["children"]
    weeks = [*told["weeks_before"], told["week"]]
    assert [one["before"] for one in weeks[1:]] == [one["persons"] for one in weeks[:-1]]
    left = ("merged", "deceased", "moved", "turned_sixteen")
    assert all(one["before"] + one["new"] - sum(one[why] for why in left) == one["persons"] for one in weeks)


def test_a_person_goes_to_the_police_and_back_into_the_software(campaign, tmp_path):
    asked(tmp_path, 1, 2)
    assert _way(ON) == (0, 0, 0, 0)
    sent(tmp_path)
    assert _way(ON) == (2, 0, 0, 0)
    answered(tmp_path, {1: given(1)})
    assert _way(WEDNESDAY) == (1, 1, 1, 0)
    assert _way(ON) == (2, 0, 0, 0)


def _way(on):
    told = status_of(on)["registers"]["children"]
    return told["at_police"], told["returned"], told["ready_to_upload"], told["uploaded"]


def test_what_is_overdue_is_told_with_whom_and_since_when(campaign, tmp_path):
    asked(tmp_path, 1, 2)
    sent(tmp_path)
    answered(tmp_path, {1: given(1)})
    told = {one["kind"]: one for one in status_of(date(2026, 6, 26))["overdue"]}
    assert told["return"] == {
        "kind": "return",
        "organisation": "commune_police",
        "register": "children",
        "place": "TE-01",
        "due": "2026-06-24",
        "days": 2,
        "open": 1,
        "total": 2,
    }
    assert (told["update"]["open"], told["update"]["total"]) == (2, 2)
    assert told["report_weekly"]["due"] <= "2026-06-25"
    assert status_of(ON)["overdue"] == [one for one in status_of(ON)["overdue"] if one["kind"].startswith("report")]


def test_the_pace_of_the_days_before_tells_when_it_would_be_done(campaign, tmp_path):
    rows = [child(n, personal_id="") for n in range(1, 9)]
    for number, day in enumerate((date(2026, 6, 15), date(2026, 6, 16), date(2026, 6, 17))):
        rows = [child(n) if n <= 2 * number else row for n, row in enumerate(rows, 1)]
        taken_in(tmp_path / f"{number}.xlsx", rows, day)
    told = status_of(date(2026, 6, 17))["registers"]["children"]
    assert (told["due"], told["days_left"]) == ("2026-06-18", 1)
    assert told["forecast"] == {
        "done": 4,
        "found": 8,
        "pace": 2.0,
        "done_on": "2026-06-19",
        "needed": 4.0,
        "in_time": False,
    }


def test_who_draws_two_benefits_is_one_person_and_who_draws_none_is_nobody_as_in_reports(campaign, tmp_path):
    head = [
        "Mã hồ sơ",
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
        "Số định danh",
        "Thôn",
        "Loại đối tượng",
        "Tình trạng hưởng",
    ]
    an = ["Nguyễn Văn An", "02/03/1950", "Nam", "027050600011", "Thôn Gò Me"]
    rows = [
        ["BT1", *an, "Người cao tuổi", "Đang hưởng"],
        ["BT2", *an, "Người khuyết tật nặng", "Đang hưởng"],
        ["BT3", "Trần Thị Bình", "04/05/1960", "Nữ", "027160600028", "Thôn Gò Me", "Người cao tuổi", "Thôi hưởng"],
        ["BT4", "Lê Văn Châu", "06/07/1955", "Nam", "027055600035", "Thôn Gò Me", "Người cao tuổi", "Đang hưởng"],
    ]
    write_plain_workbook(tmp_path / "b.xlsx", {"Danh sách": [head, *rows]})
    opened = read(tmp_path / "b.xlsx", ReadingOptions(register="beneficiaries"))
    import_register(File(opened, (tmp_path / "b.xlsx").read_bytes(), ON), actor=OPERATOR, on=ON)
    told = status_of(ON)["registers"]["beneficiaries"]
    assert (told["records"], told["people"]) == (4, 2)
    frozen = figures_of(freeze_report(Wanted(kind="adhoc", on=ON), actor=OPERATOR))
    assert _closing(frozen["beneficiaries"]) == told["people"]


def _closing(figures):
    """The first figure of this name, wherever a report's figures hold it."""
    if "closing" in figures:
        return figures["closing"]
    parts = [part for part in figures.values() if isinstance(part, dict)]
    return next((found for part in parts if (found := _closing(part)) is not None), None)


def test_the_last_backup_is_told(campaign, tmp_path):
    assert status_of(ON)["last_backup"] is None
    back_up(tmp_path / "b.age", actor=OPERATOR, on=ON)
    assert status_of(ON)["last_backup"]["on"] == "2026-06-18"


def test_queries_do_not_grow_with_persons(campaign, tmp_path):
    counts = []
    for number, size in enumerate((3, 60)):
        taken_in(tmp_path / f"{number}.xlsx", children(size))
        status_of(ON)  # what is kept in memory is read
        with CaptureQueriesContext(connection) as asked:
            status_of(ON)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 80


def test_without_a_campaign_there_is_no_status(home):
    with pytest.raises(Refused, match="chưa bắt đầu"):
        status_of(ON)
