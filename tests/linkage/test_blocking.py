import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.linkage.blocking import LADDERS, Key, candidates, key_columns, planned
from sosach.linkage.sides import sides_of
from tests.linkage.people_in_rows import child, rows

FACTS = {
    "name": ["Lê An", "Lê Bình"],
    "birth_date": ["2018-01-01", "2018-03-02"],
    "mother": ["Hoàng Thị Lụa", "Ngô Thị Thêu"],
}
PERSON = st.fixed_dictionaries({fact: st.none() | st.sampled_from(values) for fact, values in FACTS.items()})


def pairs_of(left, right=None):
    """The pairs that are brought together, and the keys."""
    ours, theirs = key_columns(sides_of(left, right))
    keys = planned(ours, theirs)
    return set(candidates(ours, theirs, keys).rows()), keys


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Nguyễn Bảo Khánh Vi", "mother": None, "father": None},  # the day
        {"birth_date": "2018-01-01", "name": "Nguyen Bao Khanh Vy", "mother": None, "father": None},  # the name
        {"birth_date": "2018-01-01", "name": None},  # the mother
        {"birth_date": None, "name": "Lê Văn An", "mother": None, "number": "027219600001"},  # the number
    ],
)
def test_one_key_is_enough(changed):
    found, _ = pairs_of(rows(child(number="027219600001")), rows({"name": "Đỗ Văn Sáu"}, child(**changed)))
    assert (0, 1) in found


@pytest.mark.parametrize("born", ["2019-06-09", "2019-06-13", "2019-06-19"])
def test_dates_a_few_days_apart_are_brought_together_whatever_the_names(born):
    other = {"name": "Lê An", "birth_date": born}
    assert (0, 0) in pairs_of(rows(child()), rows(other))[0]


def test_the_old_are_brought_together_as_the_young_are():
    found, _ = pairs_of(
        rows({"name": "Lê An", "birth_date": "1938-02-03"}, {"name": "Vũ Sáu", "birth_date": "1938-02-05"})
    )
    assert found == {(0, 1)}


def test_nothing_in_common_is_not_brought_together():
    found, _ = pairs_of(rows(child()), rows({"name": "Đỗ Văn Sáu", "birth_date": "2010-01-01", "mother": "Lê Thị Tám"}))
    assert found == set()


def test_what_both_do_not_know_they_do_not_share():
    found, _ = pairs_of(rows({"name": "Lê An"}), rows({"name": "Lê Bình"}))
    assert found == set()


def test_within_a_register_every_pair_stands_once():
    found, _ = pairs_of(rows(child(), child(), child()))
    assert found == {(0, 1), (0, 2), (1, 2)}


def test_a_small_register_takes_the_wide_rungs():
    _, keys = pairs_of(rows(child(), child()))
    assert ("birth_date",) in {key.facts for key in keys}


def test_a_large_register_climbs_down(monkeypatch):
    monkeypatch.setattr("sosach.linkage.blocking._FEW", 10)
    many = [child(name=f"Lê Thị {i}", mother=None, father=None, hamlet=f"Xóm {i % 40}") for i in range(120)]
    found, keys = pairs_of(rows(*many))
    assert ("birth_date", "commune", "hamlet") in {key.facts for key in keys if key.used}
    assert 0 < len(found) < 120 * 119 / 2


def test_a_value_in_too_many_rows_is_left_to_narrower_rungs(monkeypatch):
    monkeypatch.setattr("sosach.linkage.blocking._HEAVY", 50)
    first_of_january = [
        child(name=f"Lê {i}", birth_date="2019-01-01", mother=None, father=None, hamlet=f"X{i % 7}") for i in range(20)
    ]
    others = [child(birth_date=f"{year}-03-03") for year in (2018, 2018, *range(1990, 2010))]
    found, keys = pairs_of(rows(*first_of_january, *others))
    assert next(key for key in keys if key.facts == ("birth_date",)).heavy == 1
    assert (0, 7) in found  # of one hamlet
    assert (0, 1) not in found
    assert (20, 21) in found


def test_a_rung_with_many_heavy_values_is_too_wide_as_a_whole(monkeypatch):
    monkeypatch.setattr("sosach.linkage.blocking._HEAVY", 10)
    crowds = [{"name": f"Lê {i}", "birth_date": f"2019-0{1 + i % 5}-01", "commune": f"X{i % 20}"} for i in range(60)]
    _, keys = pairs_of(rows(*crowds))
    assert not any(key.facts == ("birth_date",) for key in keys)
    assert any(key.facts == ("birth_date", "commune") and key.used for key in keys)


def test_what_is_too_much_even_for_the_narrowest_rung_is_left_out_and_told(monkeypatch):
    monkeypatch.setattr("sosach.linkage.blocking._FEW", 3)
    monkeypatch.setattr("sosach.linkage.blocking._MOST_PER_ROW", 0.1)
    one_number = [{"number": "027219600001", "name": f"Lê {i}"} for i in range(20)]
    found, keys = pairs_of(rows(*one_number))
    told = next(key for key in keys if key.facts == ("number",))
    assert (told.pairs, told.used) == (190, False)
    assert found == set()


def test_keys_that_a_wider_key_covers_are_not_asked():
    _, keys = pairs_of(rows(child(), child()))
    used = [set(key.facts) for key in keys if key.used]
    assert not any(one < other for one in used for other in used)


def test_a_key_says_how_many_pairs_it_makes():
    ours, theirs = key_columns(sides_of(rows(child(), child()), rows(child(), child(), child())))
    keys = planned(ours, theirs)
    assert next(key for key in keys if key.facts == ("birth_date",)).pairs == 6
    assert candidates(ours, theirs, [Key(("birth_date",), 6)]).height == 6


def test_ladders_become_narrower():
    for ladder in LADDERS:
        assert all(set(ladder[0]) <= set(rung) for rung in ladder)


@settings(max_examples=40)
@given(st.lists(PERSON, min_size=1, max_size=6), st.lists(PERSON, min_size=1, max_size=6))
def test_sides_make_no_difference_and_whoever_shares_a_name_or_day_is_compared(ours, theirs):
    found, _ = pairs_of(rows(*ours), rows(*theirs))
    turned, _ = pairs_of(rows(*theirs), rows(*ours))
    assert found == {(a, b) for b, a in turned}
    share = {
        (i, j)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if any(a[f] is not None and a[f] == b[f] for f in FACTS)
    }
    assert found == share


def test_positions_are_small_numbers():
    ours, theirs = key_columns(sides_of(rows(child()), rows(child())))
    made = candidates(ours, theirs, planned(ours, theirs))
    assert made.schema == {"left": pl.UInt32, "right": pl.UInt32}
    assert candidates(ours, theirs, ()).schema == made.schema
