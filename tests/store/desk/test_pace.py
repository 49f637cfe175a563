from datetime import date

from sosach.campaign.forecast import Progress
from sosach.store.desk.pace import work_on
from tests.store.people import child, children, taken_in

MONDAY, TUESDAY, WEDNESDAY = date(2026, 6, 15), date(2026, 6, 16), date(2026, 6, 17)


def days(on):
    return list(work_on("children", on).days)


def test_persons_are_counted_by_the_day_on_which_the_last_of_their_findings_was_settled(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex="", ethnicity=""), child(2, sex=""), child(3)], MONDAY)
    taken_in(tmp_path / "b.xlsx", [child(1, sex=""), child(2), child(3)], TUESDAY)
    taken_in(tmp_path / "c.xlsx", children(3), WEDNESDAY)
    assert days(WEDNESDAY) == [Progress(MONDAY, 0, 2), Progress(TUESDAY, 1, 2), Progress(WEDNESDAY, 2, 2)]
    assert days(TUESDAY) == [Progress(MONDAY, 0, 2), Progress(TUESDAY, 1, 2)]


def test_who_was_found_later_is_in_the_total_of_that_day(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), child(2)], MONDAY)
    taken_in(tmp_path / "b.xlsx", [child(1), child(2, sex="")], TUESDAY)
    assert days(TUESDAY) == [Progress(MONDAY, 0, 1), Progress(TUESDAY, 1, 2)]


def test_who_has_a_question_again_is_not_done(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex="")], MONDAY)
    taken_in(tmp_path / "b.xlsx", [child(1)], TUESDAY)
    taken_in(tmp_path / "c.xlsx", [child(1, sex="", ethnicity="")], WEDNESDAY)
    assert days(WEDNESDAY)[-1] == Progress(WEDNESDAY, 0, 1)
    work = work_on("children", WEDNESDAY)
    assert (work.found, work.open) == (1, 1)


def test_where_nothing_is_wrong_there_is_no_pace(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(2), MONDAY)
    work = work_on("children", WEDNESDAY)
    assert (work.days, work.found, work.open) == ((), 0, 0)
