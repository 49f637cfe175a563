"""The births book and the register know not quite the same children."""

from datetime import date

import polars as pl

from sosach.population.population import population

PEOPLE = population(4_000, 4, date(2026, 6, 18))


def test_acts_stand_in_the_order_of_registration():
    assert PEOPLE.births["registered_on"].is_sorted()


def test_the_book_knows_children_whom_the_register_forgot():
    forgotten = PEOPLE.births.filter("forgotten")
    assert forgotten.height
    assert forgotten.join(PEOPLE.children, on="personal_id").is_empty()


def test_the_register_knows_children_registered_elsewhere():
    elsewhere = PEOPLE.children.filter(~pl.col("here"))
    assert elsewhere.height
    assert elsewhere.join(PEOPLE.births, on="personal_id").is_empty()


def test_the_rest_are_the_same_children():
    same = PEOPLE.births.filter(~pl.col("forgotten")).join(PEOPLE.children, on="child")
    assert same.height == PEOPLE.births.filter(~pl.col("forgotten")).height
    assert (same["full_name"] == same["full_name_right"]).all()
