"""A register as it reaches the officer."""

from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from sosach.population.injured import injured
from sosach.population.population import population
from sosach.population.writing import SEX_BY_COLUMN
from sosach.registers.catalogue import registers

ON = date(2026, 6, 18)
PEOPLE = population(1_500, 4, ON)


def made(register: str, *fields: str, layout: str | None = None):
    return injured(PEOPLE.of(register), register, 4, fields or tuple(registers()[register].by_name), layout)


def test_same_seed_same_harm():
    first, second = made("children"), made("children")
    assert_frame_equal(first.cells, second.cells)
    assert_frame_equal(first.harm, second.harm)


@pytest.mark.parametrize("register", ["children", "beneficiaries"])
def test_about_one_in_seven_is_injured(register):
    done = made(register)
    hurt = done.harm.filter("fault")["person"].n_unique() / done.cells.height
    assert 0.12 < hurt < 0.45  # every injury happens at least once, which is much in a small register


def test_who_is_not_injured_keeps_the_facts():
    done = made("children")
    whole = done.cells.filter(~pl.col("person").is_in(done.harm.filter("fault")["person"].implode()))
    days = PEOPLE.children["birth_date"].gather(whole["person"]).str.tail(2).str.strip_chars_start("0")
    assert whole["birth_date"].str.contains(days).all()


def test_nothing_is_done_that_the_file_would_not_show():
    done = made("children", "full_name", "birth_date", "personal_id")
    assert set(done.harm["field"].drop_nulls()) <= {"full_name", "birth_date", "personal_id"}


def test_two_columns_of_sex_only_where_there_are_two():
    assert "sex_two_columns" not in set(made("children").harm["rule"])
    assert "sex_two_columns" in set(made("children", "full_name", layout=SEX_BY_COLUMN).harm["rule"])


def test_copies_stand_with_their_hamlet():
    done = made("children")
    assert done.cells.height > PEOPLE.children.height
    assert done.cells["home"].rle().len() == 10


def test_births_have_no_hamlets_and_few_faults():
    done = made("births")
    assert done.cells["home"].unique().to_list() == [""]
    assert done.harm.filter("fault")["person"].n_unique() / done.cells.height < 0.05
