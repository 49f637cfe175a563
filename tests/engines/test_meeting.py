"""Rows that share a key are found by a few bits of it, and are never torn apart."""

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from sosach.engines.meeting import Keys, Portion, about_one, about_several, portions
from sosach.registers.catalogue import registers
from sosach.rules.catalogue import rules_for
from sosach.rules.context import Context
from sosach.rules.evaluate import fields_asked, key_name, questions
from sosach.rules.message import Headings

CHILDREN = registers()["children"]
ASKED = questions(rules_for(CHILDREN), Context(on=date(2026, 6, 18), register=CHILDREN), Headings())
SIBLINGS = next(q for q in ASKED if q.rule.code == "siblings_too_close")
TWICE = next(q for q in ASKED if q.rule.code == "record_code_twice")
ONE, TWO = key_name(SIBLINGS, 0), key_name(SIBLINGS, 1)


def hashes(start: int, **keys: list[int | None]) -> pl.DataFrame:
    frame = pl.DataFrame({name: pl.Series(values, dtype=pl.UInt64) for name, values in keys.items()})
    return frame.with_row_index("index", start)


def told(*batches: pl.DataFrame) -> pl.DataFrame:
    keys = Keys()
    for batch in batches:
        keys.add(batch)
    return keys.shared()[0]


def test_rows_of_different_batches_that_share_a_key():
    shared = told(hashes(0, a=[7, 8, None]), hashes(3, a=[9, 7, None]))
    assert shared.to_dict(as_series=False) == {"index": [0, 4], "a": [7, 7]}


def test_a_batch_may_lack_a_key_or_bring_a_new_one():
    shared = told(hashes(0, a=[5, 6]), hashes(2, b=[1, 2]), hashes(4, a=[6], b=[2]))
    assert shared.to_dict(as_series=False) == {"index": [1, 3, 4], "a": [6, None, 6], "b": [None, 2, 2]}


def test_no_rows_and_no_keys():
    assert told().is_empty()
    assert told(hashes(0, a=[])).is_empty()
    assert told(pl.DataFrame({"index": [0, 1]})).is_empty()


def test_bits_of_two_keys_may_agree_by_chance():
    assert told(hashes(0, a=[5, 5 + (1 << 32)]))["index"].to_list() == [0, 1]


def test_flags_say_which_keys_a_row_shares():
    shared = told(hashes(0, a=[7, 7, 1], b=[2, 3, 3]))
    assert Portion([SIBLINGS], shared).flags().rows() == [(True, False), (True, True), (False, True)]


def test_questions_about_one_row_and_about_several_are_all_of_them():
    assert sorted(map(id, [*about_one(ASKED), *about_several(ASKED)])) == sorted(map(id, ASKED))
    assert SIBLINGS in about_several(ASKED)


BITS = st.lists(st.one_of(st.none(), st.integers(0, 6)), min_size=30, max_size=30)


@given(BITS, BITS, BITS, st.integers(10, 400))
def test_whoever_shares_a_key_is_in_one_portion_with_all_who_do(one, two, code, cells):
    keys = Keys()
    three, four = (key_name(SIBLINGS, number) for number in (2, 4))
    # What two keys have in common is the same wherever one of them is.
    alike = [None if a is None else a % 3 for a in one]
    same = [None if a is None else a + 7 for a in one]
    keys.add(
        hashes(0, **{ONE: two, TWO: two, three: one, four: same, key_name(TWICE, 0): code}),
        hashes(0, **{SIBLINGS.name: alike}).drop("index"),
    )
    shared, in_common = keys.shared()
    parts = list(portions([SIBLINGS, TWICE], shared, in_common, cells))
    for question, names in ((SIBLINGS, (ONE, TWO, three, four)), (TWICE, (key_name(TWICE, 0),))):
        own = [part for part in parts if part.asked_of == [question]]
        for name in names:
            groups = [group for part in own for group in by_key(part, name)]
            assert sorted(groups) == sorted(by_key(Portion([question], shared), name))
    assert all(part.shared["index"].is_sorted() for part in parts)


def by_key(portion: Portion, name: str) -> list[list[int]]:
    held = portion.shared.select("index", name).drop_nulls()
    return [group["index"].to_list() for group in held.partition_by(name, maintain_order=True)]


def test_portions_are_about_as_large_as_asked_for():
    shared = told(hashes(0, **{ONE: [n // 2 for n in range(1_000)], TWO: [None] * 1_000}))
    cells = 100 * len(fields_asked([SIBLINGS]))
    sizes = [part.shared.height for part in portions([SIBLINGS, TWICE], shared, pl.DataFrame(), cells)]
    assert len(sizes) == 10
    assert sum(sizes) == 1_000
