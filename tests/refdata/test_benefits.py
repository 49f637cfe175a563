"""Benefits: dated categories, what may lawfully be drawn together, and the empty set of the new decree."""

from datetime import date

import pytest

from sosach.refdata._table import table
from sosach.refdata.benefits import DEGREES, benefits, category_labels, lawful_pairs, wordings


def test_letters_of_the_first_clause_are_those_of_the_law():
    letters = [key.rsplit(".", 1)[1] for key in benefits() if key.startswith("5.1.")]
    assert letters == ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l"]


@pytest.mark.parametrize("key", ["5.5.b", "5.5.c"])
def test_benefits_that_became_the_social_pension_ended_with_june_2025(key):
    assert benefits()[key].valid(date(2025, 6, 30))
    assert not benefits()[key].valid(date(2025, 7, 1))
    assert not benefits()[key].verified


def test_the_others_go_on():
    ended = {key for key, benefit in benefits().items() if not benefit.valid(date(2026, 6, 18))}
    assert ended == {"5.5.b", "5.5.c"}


@pytest.mark.parametrize("other", ["5.5.a", "5.6", "5.8"])
def test_a_poor_single_parent_may_draw_two(other):
    assert ("5.4", other) in lawful_pairs()
    assert (other, "5.4") in lawful_pairs()


@pytest.mark.parametrize("other", ["5.1.b", "5.6", "5.4", "pension", "5.5.a"])
def test_support_for_a_household_that_cares_is_nobody_elses_benefit(other):
    assert ("20.2.c", other) in lawful_pairs()


@pytest.mark.parametrize(
    ("one", "other"), [("5.6", "pension"), ("5.4", "pension"), ("5.1.b", "5.6"), ("5.5.a", "5.6"), ("5.5.a", "pension")]
)
def test_otherwise_one_person_draws_the_highest_only(one, other):
    assert (one, other) not in lawful_pairs()
    assert (other, one) not in lawful_pairs()


def test_pairs_are_said_in_both_orders():
    assert all((other, one) in lawful_pairs() for one, other in lawful_pairs())


def test_who_is_paid():
    assert not benefits()["5.6"].paid_to_carer
    assert benefits()["20.2.c"].paid_to_carer
    assert {key for key, benefit in benefits().items() if benefit.paid_to_carer} == {
        "20.1.a", "20.1.b", "20.2.c", "20.2.d",
    }  # fmt: skip


def test_diseases_are_sensitive():
    assert {key for key, benefit in benefits().items() if benefit.sensitive} == {"5.3", "5.8"}


def test_the_new_decree_is_an_empty_set_with_the_way_to_fill_it():
    new = table("benefits_335_2026")
    assert new.rows == ()
    assert new.columns == table("benefits_20_2021").columns
    assert new.head["valid from"] == "2026-10-05"
    assert "to fill in" in new.head["note"]


def test_every_wording_belongs_to_a_category_and_stays_within_its_ages():
    for wording in wordings():
        benefit = benefits()[wording.key]
        if wording.age_from is not None and benefit.age_from is not None:
            assert wording.age_from >= benefit.age_from
        if wording.age_below is not None and benefit.age_below is not None:
            assert wording.age_below <= benefit.age_below
        assert wording.degree is None or wording.degree in benefit.degrees


def test_no_wording_means_two_categories_of_one_day():
    seen = {}
    for wording in wordings():
        other = seen.setdefault(wording.text.casefold(), wording.key)
        assert other == wording.key


def test_labels_stand_for_every_key():
    assert category_labels()["pension"] == "Trợ cấp hưu trí xã hội"
    assert set(category_labels()) == set(benefits())
    assert DEGREES["very_severe"] == "đặc biệt nặng"
