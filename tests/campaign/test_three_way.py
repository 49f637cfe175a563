"""Sent, now, answered."""

from dataclasses import replace

from sosach.campaign.outcome import Case, Compared, Facts
from sosach.campaign.three_way import changed_meanwhile, compared, facts_changed, same_names
from sosach.forms.given import Given
from sosach.forms.police import PoliceAnswer, Result

AN = Facts(full_name="Nguyễn Thị Hòa", birth_date="2018-03-05", sex="female", personal_id=None)


def case(current: Facts | None = AN, **answer: Given) -> Case:
    return Case(sent=AN, current=current, answer=PoliceAnswer(result=Result.CORRECTED, **answer))  # type: ignore[arg-type]


def names(one: Case):
    return same_names([one])[0]


def test_nothing_changed_and_nothing_answered_is_nothing_to_look_at() -> None:
    assert compared(case()) == ()
    assert not changed_meanwhile(case(), names(case()))


def test_only_what_differs_is_looked_at_with_all_three_values() -> None:
    one = case(replace(AN, birth_date="2018-03-06"), birth_date=Given("07/03/2018", "2018-03-07", "good"))
    assert compared(one) == (Compared("birth_date", "2018-03-05", "2018-03-06", "2018-03-07"),)
    assert changed_meanwhile(one, names(one))


def test_what_could_not_be_read_is_shown_as_it_was_written() -> None:
    one = case(personal_id=Given("27218", None, "digits"))
    assert compared(one) == (Compared("personal_id", None, None, "27218"),)


def test_of_a_person_who_is_gone_only_what_was_sent_and_answered_is_left() -> None:
    one = case(None, sex=Given("Nam", "male", "good"))
    assert Compared("sex", "female", None, "male") in compared(one)


def test_a_name_that_only_looks_different_is_the_same() -> None:
    one = case(replace(AN, full_name="NGUYỄN THỊ HOÀ"), full_name=Given("Nguyễn thị hòa", "Nguyễn Thị Hòa", "good"))
    assert not changed_meanwhile(one, names(one))
    assert not facts_changed(one, names(one))


def test_another_mark_is_another_name() -> None:
    one = case(full_name=Given("Nguyễn Thị Hóa", "Nguyễn Thị Hóa", "good"))
    assert facts_changed(one, names(one))
