"""Where everybody stands at a day."""

from datetime import date, timedelta

from sosach.campaign.balance import Left
from sosach.store.reports.people import standings
from tests.store.people import ON, child, children, taken_in
from tests.store.reports.weeks import give_number

NAMES = ["Thôn Gò Me", "Thôn Bãi Dâu"]
DAY = timedelta(days=1)


def test_hamlets_are_those_of_the_plan_however_they_are_written(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, hamlet="gò me"), child(2, hamlet=""), child(3, hamlet="Thôn Lạ"), child(4)])
    found = standings("children", ON, NAMES).standings
    assert [one.hamlet for one in found.values()] == ["Thôn Gò Me", "", "", "Thôn Gò Me"]
    without_list = standings("children", ON, []).standings
    assert [one.hamlet for one in without_list.values()] == ["gò me", "", "Thôn Lạ", "Thôn Gò Me"]


def test_who_turns_sixteen_is_counted_until_that_day(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, birth_date="20/06/2010", personal_id="027310600007"), *children(3)[1:]])
    assert standings("children", date(2026, 6, 19), NAMES).standings[1].left is None
    assert standings("children", date(2026, 6, 20), NAMES).standings[1].left is Left.TURNED_SIXTEEN


def test_nobody_is_known_before_the_file_that_brought_them(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    assert standings("children", ON - DAY, NAMES).standings == {}


def test_what_was_settled_later_is_open_on_the_day_before(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id=""), child(2)])
    give_number("TE000001", child(1)["personal_id"], ON + DAY)
    assert standings("children", ON, NAMES).standings[1].open
    assert not standings("children", ON + DAY, NAMES).standings[1].open
