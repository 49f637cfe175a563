"""Decisions hold from export to export; what no longer fits is told, never guessed."""

import polars as pl

from sosach.linkage.decided import Decision, Ruling, placed, together
from sosach.linkage.person_key import key_parts, keys

AN = {"record_code": "TE1", "number": "027218600001", "name": "Nguyễn Hòa An", "unnamed": None,
      "birth_date": "2018-06-04", "mother": "Trần Thị Thúy"}  # fmt: skip
AN_AGAIN = AN | {"record_code": "TE7", "number": None, "name": "Nguyễn Hoà Ân"}
BINH = AN | {"record_code": "TE2", "number": "027218600002", "name": "Nguyễn Hòa Bình"}


def facts(*persons):
    return pl.DataFrame(list(persons), schema=dict.fromkeys(AN, pl.String))


def key(person):
    return keys(key_parts(facts(person)))[0]


def decision(one, other, ruling=Ruling.ONE):
    return Decision(one=key(one), other=key(other), ruling=ruling)


def test_pair_of_two_registers_is_found_on_its_sides():
    made = placed([decision(AN, AN_AGAIN), decision(BINH, AN, Ruling.TWO)], facts(BINH, AN), facts(AN_AGAIN, BINH))
    assert made.places[0] == (1, 0)
    assert made.settled.filter("same").rows() == [(1, 0, True)]
    assert made.settled.columns == ["left", "right", "same"]


def test_pair_within_a_register_is_found_whichever_comes_first():
    made = placed([decision(AN_AGAIN, AN)], facts(BINH, AN, AN_AGAIN))
    assert made.settled.rows() == [(1, 2, True)]
    assert made.settled.columns == ["a", "b", "same"]


def test_row_entered_twice_letter_by_letter_fits_both_rows():
    bare = AN | {"record_code": None}
    assert placed([decision(bare, bare)], facts(bare, BINH, bare)).places == [(0, 2)]


def test_decision_about_a_row_that_was_removed_fits_nothing():
    made = placed([decision(AN, AN_AGAIN)], facts(BINH, AN))
    assert made.places == [None]
    assert made.settled.is_empty()


def test_still_unknown_settles_nothing_but_has_its_place():
    made = placed([decision(AN, AN_AGAIN, Ruling.OPEN)], facts(AN, AN_AGAIN))
    assert made.places == [(0, 1)]
    assert made.settled.is_empty()


def test_later_decision_replaces_the_earlier_whichever_side_came_first():
    kept = together([decision(AN, AN_AGAIN)], [decision(AN_AGAIN, AN, Ruling.TWO)])
    assert [d.ruling for d in kept] == [Ruling.TWO]


def test_nobody_is_linked_twice_by_two_decisions():
    made = placed([decision(AN, AN), decision(AN, AN_AGAIN)], facts(AN), facts(AN, AN_AGAIN))
    assert made.places == [None, (0, 1)]


def test_no_decisions_settle_nothing():
    assert placed([], facts(AN), facts(AN)).settled.rows() == []
