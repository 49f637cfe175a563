import polars as pl
import pytest

from sosach.linkage.comparing import LEVEL_COLUMNS
from sosach.linkage.sides import sides_of
from sosach.linkage.weighing import decisions, weighed
from tests.linkage.people_in_rows import child, rows

PAIR = pl.DataFrame({"left": [0], "right": [0]}, schema={"left": pl.UInt32, "right": pl.UInt32})


def kept(one, other):
    return weighed(sides_of(rows(one), rows(other)), PAIR).height == 1


@pytest.mark.parametrize(
    "other",
    [
        {"birth_date": "2001-01-30"},  # the name is the same
        {"name": None},
        {"name": "Lê An"},  # the day is the same
        {"name": "Lê An", "birth_date": "2019-06-18"},
        {"name": "Lê An", "birth_date": "2001-01-30", "number": "027319600001"},
    ],
)
def test_what_may_come_to_something_is_weighed(other):
    assert kept(child(number="027319600001"), child(**other))


@pytest.mark.parametrize("other", [{"birth_date": "2016-02-27"}, {"birth_date": None}])
def test_what_cannot_is_dropped(other):
    assert not kept(child(), child(name="Nguyễn Bảo Long", **other))


def test_near_births_are_weighed_within_a_register_only():
    near = child(name="Nguyễn Bảo Long", birth_date="2019-09-30")
    assert not kept(child(), near)
    pair = PAIR.with_columns(right=pl.lit(1, dtype=pl.UInt32))
    assert weighed(sides_of(rows(child(), near)), pair)["days"].to_list() == [108]


def test_everything_is_told_of_what_is_kept():
    told = weighed(sides_of(rows(child()), rows(child())), PAIR)
    assert {*LEVEL_COLUMNS, "days", "evidence", "probability"} <= set(told.columns)


def test_no_pairs():
    assert weighed(sides_of(rows(child()), rows(child())), PAIR.clear()).is_empty()


def test_slices_are_weighed_as_the_whole_is(monkeypatch):
    sides = sides_of(
        rows(*[child(name=n) for n in ("Lê An", "Lê Ân", "Vũ Thị Sáu")]), rows(child(), child(name="Lê An"))
    )
    pairs = pl.DataFrame({"left": [0, 0, 1, 1, 2], "right": [0, 1, 0, 1, 0]}, schema=PAIR.schema)
    whole = weighed(sides, pairs)
    monkeypatch.setattr("sosach.linkage.weighing._PAIRS", 2)
    assert weighed(sides, pairs).equals(whole)


def test_decisions_within_a_register_are_told_the_lower_row_first():
    decided = pl.DataFrame({"a": [5, 1], "b": [2, 3], "same": [True, False]})
    assert decisions(decided, "a", "b").rows() == [(2, 5, True), (1, 3, False)]
    assert decisions(None, "a", "b").is_empty()
