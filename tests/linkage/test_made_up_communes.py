"""Whole communes with known truth: everybody is found again, twins and sisters and brothers stay themselves."""

from datetime import date

import polars as pl
import pytest

from sosach.linkage.duplicates import duplicates
from sosach.linkage.facts import facts_of
from sosach.linkage.links import linked
from sosach.population.population import population
from sosach.text.folding import without_marks

ON = date(2026, 6, 18)
NUMBERS = ("personal_id", "birth_cert_no", "health_insurance_no", "record_code", "household_code")


def facts(people, without=()):
    """The facts of a register of the made-up commune."""
    frame = people.drop(*without, strict=False).with_row_index("index")
    return facts_of(frame.with_columns(sheet=pl.lit(""), row=pl.col("index") + 1))


@pytest.fixture(scope="module")
def commune():
    return population(1_500, 7, ON)


def pairs_of(children, births, found):
    """Who is linked with whom, and who should be."""
    one = pl.DataFrame({"left": range(children.height), "child": children["child"]})
    other = pl.DataFrame({"right": range(births.height), "child": births["child"]})
    truth = set(one.join(other, on="child").select("left", "right").rows())
    return set(found.filter(pl.col("verdict") == "same").select("left", "right").rows()), truth


@pytest.mark.parametrize("without", [(), NUMBERS, (*NUMBERS, "hamlet", "address", "residence")])
def test_the_births_book_finds_every_child_and_no_other(commune, without):
    children, births = commune.children, commune.births
    found = linked(facts(children, without), facts(births, without)).pairs
    same, truth = pairs_of(children, births, found)
    assert same <= truth
    assert len(truth - same) <= len(truth) * 0.001


def test_a_book_of_the_first_names_alone_leaves_the_rest_to_people(commune):
    children = commune.children
    births = commune.births.with_columns(full_name=pl.col("full_name").str.extract(r"(\S+)$"))
    same, truth = pairs_of(children, births, linked(facts(children, NUMBERS), facts(births, NUMBERS)).pairs)
    assert same <= truth
    assert len(same) > len(truth) * 0.9


def test_a_list_typed_without_marks_and_parents_is_found_again(commune):
    children = commune.children
    nobody = pl.lit(None, dtype=pl.String)
    other = children.with_columns(without_marks(pl.col("full_name")), mother_name=nobody, father_name=nobody)
    same, truth = pairs_of(children, other, linked(facts(children, NUMBERS), facts(other, NUMBERS)).pairs)
    assert same <= truth
    assert len(same) > len(truth) * 0.98


@pytest.mark.parametrize("without", [(), NUMBERS])
def test_a_register_without_a_fault_has_no_duplicates_and_every_twin_is_known(commune, without):
    children = commune.children
    found = duplicates(facts(children, without)).pairs
    assert not (found["verdict"] == "same").any()
    twins = {frozenset((a, b)) for a, b in found.filter(pl.col("verdict") == "twins").select("a", "b").iter_rows()}
    places = pl.DataFrame(
        {"place": range(children.height), "household": children["household"], "born": children["born"]}
    )
    both = places.join(places, on="household", suffix="_r").filter(pl.col("place") < pl.col("place_r"))
    truth = both.filter((pl.col("born") - pl.col("born_r")).dt.total_days().abs() <= 3).select("place", "place_r")
    assert twins == {frozenset(pair) for pair in truth.rows()}


def test_a_register_entered_twice_is_all_duplicates(commune):
    children = commune.children.filter(pl.col("mother_name").is_not_null()).head(400)
    twice = pl.concat([facts(children), facts(children)]).with_columns(index=pl.int_range(pl.len(), dtype=pl.UInt32))
    found = duplicates(twice).pairs
    same = set(found.filter(pl.col("verdict") == "same").select("a", "b").rows())
    assert same == {(i, i + children.height) for i in range(children.height)}
