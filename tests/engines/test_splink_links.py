"""Splink as an engine: the same outputs, the same protections, its own judgement."""

import importlib.util
from functools import cache, partial

import polars as pl
import pytest

pytest.importorskip("splink")

from sosach.engines import splink_links, splink_training
from sosach.engines.splink_links import duplicates, linked, model_for, shipped
from sosach.engines.splink_model import to_json
from sosach.findings.notices import Refused
from sosach.linkage import duplicates as built_in
from sosach.linkage import links
from sosach.linkage.plan import Found
from sosach.linkage.weights import weights
from tests.engines.made_up_lists import lists
from tests.linkage.people_in_rows import OTHERS, child, rows


@cache
def found() -> tuple[Found, Found]:
    left, right = lists(2_400)
    return linked(left, right, shipped()), links.linked(left, right)


def same(of: Found) -> pl.DataFrame:
    return of.pairs.filter(pl.col("verdict") == "same").select("left", "right")


def test_links_have_the_columns_of_the_built_in_linker():
    theirs, ours = found()
    assert theirs.pairs.schema == ours.pairs.schema
    assert theirs.plan.pairs > 0


def test_nobody_is_linked_twice():
    theirs, _ = found()
    assert theirs.pairs["left"].is_unique().all()
    assert theirs.pairs["right"].is_unique().all()


def test_both_linkers_call_the_same_rows_one_child():
    theirs, ours = map(same, found())
    assert ours.join(theirs, on=["left", "right"]).height >= 0.99 * ours.height


def test_children_are_found_again_and_not_mistaken():
    left, right = lists(2_400)
    theirs = same(found()[0])
    truth = left.with_row_index("left").join(right.with_row_index("right"), on="row").select("left", "right")
    right_ones = theirs.join(truth, on=["left", "right"]).height
    assert right_ones >= 0.999 * theirs.height
    assert right_ones >= 0.98 * truth.height


TWIN = child(name="Nguyễn Bảo Khánh Vân", number="027319600002")


def test_twins_are_never_merged():
    left, right = rows(child(number="027319600001"), *OTHERS), rows(TWIN, *OTHERS)
    assert same(linked(left, right, shipped())).rows() == [(1, 1), (2, 2), (3, 3), (4, 4)]
    register = rows(child(number="027319600001"), TWIN, *OTHERS)
    pairs = duplicates(register, shipped()).pairs
    assert pairs.filter(pl.col("a") == 0, pl.col("b") == 1)["verdict"].to_list() == ["twins"]


def test_duplicates_are_found_as_by_the_built_in_linker():
    register = rows(child(hamlet="Gò Me"), child(name="Nguyen Bao Khanh Vy", hamlet="Cầu Tre"), *OTHERS)
    theirs, ours = duplicates(register, shipped()), built_in.duplicates(register)
    assert theirs.pairs.schema == ours.pairs.schema
    assert theirs.pairs.select("a", "b", "verdict", "ground", "cluster").equals(
        ours.pairs.select("a", "b", "verdict", "ground", "cluster")
    )
    assert theirs.pairs.filter(pl.col("verdict") == "same").height == 1


def test_two_persons_under_one_number_are_a_question_however_little_else_agrees():
    left = rows(child(number="027319600001"))
    right = rows({**OTHERS[0], "number": "027319600001"})
    assert linked(left, right, shipped()).pairs.select("verdict", "ground").rows() == [("review", "number")]


def test_what_people_have_decided_holds():
    left, right = rows(child(), *OTHERS), rows(child(), *OTHERS)
    decided = pl.DataFrame({"left": [0, 1, 2], "right": [0, 1, 3], "same": [False, True, True]})
    pairs = linked(left, right, shipped(), decided=decided).pairs
    assert pairs.filter(pl.col("ground") == "decided").select("left", "right").rows() == [(1, 1), (2, 3)]
    assert (0, 0) not in pairs.select("left", "right").rows()
    pairs = duplicates(
        rows(child(), child(), child()), shipped(), decided=pl.DataFrame({"a": [0], "b": [1], "same": [False]})
    ).pairs
    assert (0, 1) not in pairs.filter(pl.col("verdict") == "same").select("a", "b").rows()


def test_the_plan_is_told_before_the_pairs_are_compared():
    plans = []
    left, right = rows(child(), *OTHERS), rows(child(), *OTHERS)
    assert linked(left, right, shipped(), told=plans.append).plan is plans[0]
    assert duplicates(left, shipped(), told=plans.append).plan is plans[1]


def test_small_registers_have_the_model_that_comes_along():
    assert model_for(rows(child()), rows(child())) == shipped()
    assert all(name in weights()[fact] for fact, levels in shipped().facts.items() for name in levels)


def test_the_model_depends_neither_on_the_order_of_the_rows_nor_on_the_side(monkeypatch):
    monkeypatch.setattr(splink_links, "ENOUGH", 100)
    monkeypatch.setattr(splink_training, "trained", partial(splink_training.trained, random_pairs=50_000))
    left, right = lists(1_200)
    model = to_json(model_for(left, right))
    shuffled = [side.sample(fraction=1, shuffle=True, seed=5) for side in (right, left)]
    assert to_json(model_for(*shuffled)) == model
    assert model != to_json(shipped())


def test_lists_with_nothing_in_common_are_refused():
    with pytest.raises(Refused):
        linked(rows({"name": "Nguyễn Thị Hoa"}), rows({"birth_date": "2015-06-04"}), shipped())


def test_where_splink_is_not_installed_people_are_told_what_to_do(monkeypatch):
    monkeypatch.setattr(
        splink_links, "find_spec", lambda name: None if name == "splink" else importlib.util.find_spec(name)
    )
    monkeypatch.setattr(splink_links, "ENOUGH", 1)
    side = rows(child())
    for call in (
        lambda: linked(side, side, shipped()),
        lambda: duplicates(side, shipped()),
        lambda: model_for(side, side),
    ):
        with pytest.raises(Refused, match="Splink"):
            call()


def test_empty_lists_have_no_links():
    assert linked(rows(), rows(child()), shipped()).pairs.is_empty()
    assert duplicates(rows(), shipped()).pairs.is_empty()
