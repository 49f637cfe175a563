import itertools
from datetime import date
from itertools import pairwise

import pytest

from sosach.store.desk.decide import Decision, decide
from sosach.store.registers.counting import REASONS, movement, movements
from tests.store.people import HEADINGS, OPERATOR, child, children, taken_in

BEFORE, ON = date(2026, 6, 11), date(2026, 6, 18)


def _decide(code, field, value, on=ON):
    decision = Decision(register="children", record_code=code, field=field, value=value, evidence="GKS", reason="Lý do")
    decide(decision, actor=OPERATOR, on=on)


def _moved(before=BEFORE, on=ON):
    told = movement("children", before, on)
    assert told["before"] + told["new"] - sum(told[reason] for reason in REASONS) == told["persons"]
    return {name: count for name, count in told.items() if count and name != "records"}


def test_everybody_is_new_in_the_first_week(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(5))
    assert _moved() == {"new": 5, "persons": 5}


@pytest.mark.parametrize(("words", "reason"), [("Chuyển đi", "moved"), ("Đã mất", "deceased")])
def test_who_has_left_is_counted_by_the_reason(campaign, tmp_path, words, reason):
    taken_in(tmp_path / "a.xlsx", children(5), BEFORE)
    _decide("TE000001", "status", words)
    assert _moved() == {"before": 5, reason: 1, "persons": 4}
    assert _moved(ON, date(2026, 6, 25)) == {"before": 4, "persons": 4}


def test_a_child_leaves_on_its_sixteenth_birthday(campaign, tmp_path):
    taken_in(
        tmp_path / "a.xlsx", [*children(3), child(4, birth_date="18/06/2010"), child(5, birth_date="2010")], BEFORE
    )
    assert _moved() == {"before": 5, "turned_sixteen": 1, "persons": 4}
    assert _moved(date(2026, 6, 10), date(2026, 6, 17)) == {"new": 5, "persons": 5}


def test_a_child_of_sixteen_who_comes_in_is_a_record_but_no_person(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1), child(2, birth_date="01/01/2010")])
    assert _moved() == {"new": 1, "persons": 1}
    assert movement("children", BEFORE, ON)["records"] == 2


def test_weeks_join_without_a_gap(campaign, tmp_path):
    assert "status" not in HEADINGS
    taken_in(tmp_path / "a.xlsx", children(4), date(2026, 6, 4))
    taken_in(tmp_path / "b.xlsx", children(6), BEFORE)
    _decide("TE000002", "status", "Chuyển đi")
    days = [date(2026, 5, 28), date(2026, 6, 4), BEFORE, ON]
    weeks = [movement("children", before, on) for before, on in itertools.pairwise(days)]
    assert [week["persons"] for week in weeks] == [4, 6, 5]
    assert [week["before"] for week in weeks] == [0, 4, 6]


def test_weeks_in_a_row_are_each_what_it_is_alone(campaign, tmp_path):
    days = [date(2026, 6, 4), date(2026, 6, 11), date(2026, 6, 18), date(2026, 6, 25)]
    for number, day in enumerate(days[:3]):
        taken_in(tmp_path / f"{number}.xlsx", children(3 + 2 * number), day)
    alone = [movement("children", before, on) for before, on in pairwise(days)]
    assert movements("children", days) == alone
    assert [one["persons"] for one in alone] == [5, 7, 7]
