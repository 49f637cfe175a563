from datetime import date

import polars as pl
import pytest

from sosach.registers.catalogue import registers
from sosach.rules.context import Commune
from sosach.store.registers.cleaned import clean
from sosach.store.registers.matching import matched
from tests.store.people import HEADINGS, child

ON = date(2026, 6, 18)
HOA_MAU = Commune("99999", "xã Hòa Mẫu", "tỉnh Bắc Ninh")


def _typed(rows, first=0):
    frame = pl.DataFrame(
        {f"{name}__raw": [row.get(name) or None for row in rows] for name in HEADINGS},
        schema=dict.fromkeys((f"{name}__raw" for name in HEADINGS), pl.String),
    )
    places = [pl.Series("sheet", ["S"] * len(rows), pl.String), pl.Series("row", range(len(rows)), pl.Int64)]
    index = pl.Series("index", range(first, first + len(rows)), pl.UInt32)
    return clean(frame.with_columns(index, *places), registers()["children"], ON, HOA_MAU)


def _matched(rows, persons):
    told = matched(_typed(rows), _typed(persons, first=100))
    return [(ending, person, why) for _, ending, person, why in told.iter_rows()]


PERSONS = [child(1), child(2), child(3)]


def test_by_record_code():
    assert _matched([child(2, ethnicity="Tày"), child(1)], PERSONS) == [("known", 101, None), ("known", 100, None)]


@pytest.mark.parametrize("same", ["full_name", "birth_date", "personal_id"])
def test_a_code_with_one_fact_in_common_is_the_person(same):
    other = child(44, record_code="TE000001") | {same: child(1)[same]}
    assert _matched([other], PERSONS) == [("known", 100, None)]


def test_a_code_given_to_somebody_else_waits():
    assert _matched([child(44, record_code="TE000001")], PERSONS) == [("waiting", 100, "code_taken")]


def test_by_number_when_the_code_is_another():
    assert _matched([child(1, record_code="TE009999")], PERSONS) == [("known", 100, None)]


def test_a_number_copied_from_somebody_else_waits():
    other = child(44, personal_id=child(1)["personal_id"])
    assert _matched([other], PERSONS) == [("waiting", 100, "number_taken")]


def test_a_number_of_somebody_who_stands_in_the_file_belongs_to_that_one():
    other = child(44, personal_id=child(1)["personal_id"])
    assert [ending for ending, _, _ in _matched([child(1), other], PERSONS)] == ["known", "new"]


def test_by_everything_without_code_and_number():
    bare = child(1, record_code="", personal_id="")
    persons = [row | {"record_code": "", "personal_id": ""} for row in PERSONS]
    assert _matched([bare], persons) == [("known", 100, None)]


def test_twins_without_code_and_number_are_not_guessed():
    bare = {"record_code": "", "personal_id": ""}
    twins = [child(1, full_name=name, **bare) for name in ("Nguyễn Thị An", "Nguyễn Thị Bình")]
    ended = _matched([child(1, full_name="Bé gái", **bare)], twins)
    assert [(ending, why) for ending, _, why in ended] == [("waiting", "unsure")]


def test_somebody_else_is_new():
    assert _matched([child(44)], PERSONS) == [("new", None, None)]


def test_the_same_row_twice_is_one_person():
    assert [ending for ending, _, _ in _matched([child(1), child(1)], PERSONS)] == ["known", "duplicate_in_file"]
    assert [ending for ending, _, _ in _matched([child(9), child(9), child(9)], [])] == [
        *("new", "duplicate_in_file", "duplicate_in_file")
    ]


def test_one_code_on_two_persons_leaves_both_to_the_rules():
    ended = _matched([child(7), child(8, record_code="TE000007")], [])
    assert [ending for ending, _, _ in ended] == ["new", "new"]


def test_a_row_by_which_nobody_can_be_found_is_rejected():
    assert _matched([{"hamlet": "Thôn Gò Me"}], PERSONS) == [("rejected", None, None)]


def test_an_empty_register_knows_nobody():
    assert [ending for ending, _, _ in _matched(PERSONS, [])] == ["new"] * 3
