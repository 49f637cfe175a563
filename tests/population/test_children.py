"""Facts about children hang together."""

from datetime import date

import polars as pl
from polars.testing import assert_frame_equal

from sosach.population.population import population
from sosach.registers.children import REGISTER

ON = date(2026, 6, 18)
CHILDREN = population(4_000, 4, ON).children


def test_every_field_of_the_register_is_there():
    assert set(REGISTER.by_name) <= set(CHILDREN.columns)
    assert all(CHILDREN[name].dtype == pl.String for name in REGISTER.by_name)


def test_same_seed_same_children():
    assert_frame_equal(CHILDREN, population(4_000, 4, ON).children)


def test_number_tells_sex_and_year():
    told = CHILDREN.select(
        sex=(pl.col("personal_id").str.slice(3, 1) == "3") == (pl.col("sex") == "female"),
        year=pl.col("personal_id").str.slice(4, 2) == pl.col("birth_date").str.slice(2, 2),
    )
    assert told["sex"].all()
    assert told["year"].all()


def test_numbers_and_codes_stand_once():
    assert CHILDREN["personal_id"].is_unique().all()
    assert CHILDREN["record_code"].is_unique().all()


def test_siblings_never_share_a_name():
    assert CHILDREN.select("household", "full_name").is_duplicated().sum() == 0


def test_births_are_registered_after_they_happened():
    assert (CHILDREN["registered"] > CHILDREN["born"]).all()
    assert (CHILDREN["registered"] < ON).all()


def test_acts_of_this_commune_are_counted_through_the_year():
    here = CHILDREN.filter("here").with_columns(year=pl.col("birth_cert_no").str.tail(4))
    assert here["birth_cert_no"].is_unique().all()
    assert here.filter(pl.col("birth_cert_no").str.starts_with("1/"))["book_no"].str.starts_with("01/").all()


def test_schools_go_by_age():
    pupils = CHILDREN.filter(pl.col("birth_date").str.head(4) == "2019")
    assert pupils["class_name"].str.contains("^1[ABC]$").all()
    assert CHILDREN.filter(pl.col("birth_date").str.head(4) == "2025")["school"].null_count() > 0


def test_orphans_are_marked_as_such():
    orphans = CHILDREN.filter(pl.col("special_circumstance") == "a.3")
    assert orphans.height
    assert orphans["mother_name"].null_count() == orphans.height
