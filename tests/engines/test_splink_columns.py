"""The columns that Splink sees."""

import polars as pl

from sosach.engines.splink_columns import ID, case_of
from sosach.linkage.blocking import Key, key_columns
from sosach.linkage.sides import sides_of
from tests.linkage.people_in_rows import child, rows


def case(left: pl.DataFrame, right: pl.DataFrame, *keys: Key):
    sides = sides_of(left, right)
    return case_of(sides, [left, right], key_columns(sides), keys)


def test_only_facts_that_both_lists_have_are_compared():
    found = case(rows(child(father=None, father_year=None)), rows(child(hamlet=None)))
    assert list(found.facts) == ["name", "birth_date", "sex", "mother", "mother_year", "place"]


def test_letters_of_two_bytes_have_one_and_stay_apart():
    one, other = case(rows(child(name="Đỗ Ngữ")), rows(child(name="Đo Ngũ"))).frames
    codes = [frame["name_code"].item() for frame in (one, other)]
    assert [len(code.encode()) for code in codes] == [6, 6]
    assert sum(a != b for a, b in zip(*codes, strict=True)) == 2


def test_a_number_with_a_lost_zero_is_compared_as_it_was():
    found = case(rows(child(number="027219600001")), rows(child(number="027219600001", number_padded=True)))
    assert [frame["number"].item() for frame in found.frames] == ["027219600001"] * 2
    assert [frame["padded"].item() for frame in found.frames] == [False, True]


def test_a_childs_number_that_is_its_mothers_is_not_its_number():
    found = case(rows(child(number="027193600001", mother_number="027193600001")), rows(child(number="027193600001")))
    assert "number" not in found.facts


def test_rows_meet_in_the_columns_of_used_keys_only():
    left, right = rows(child(), child(birth_date=None)), rows(child())
    keys = Key(("birth_date", "commune"), 1), Key(("sex",), 2, used=False), Key(("number",), 0)
    one, other = case(left, right, *keys).frames
    assert one.columns[0] == ID
    assert [name for name in one.columns if name.startswith("key_")] == ["key_0"]
    assert one["key_0"].to_list() == [other["key_0"].item(), None]


def test_one_register_is_one_frame():
    sides = sides_of(rows(child(), child()))
    assert len(case_of(sides, [rows(child(), child())], key_columns(sides), []).frames) == 1
