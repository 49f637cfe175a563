"""A commune as a whole."""

from datetime import date

import polars as pl
import pytest

from sosach.population.population import population

ON = date(2026, 6, 18)
PEOPLE = population(2_000, 9, ON)


def test_size_is_about_what_was_asked():
    assert PEOPLE.children.height == pytest.approx(2_000, rel=0.1)


def test_frames_are_found_by_register():
    assert PEOPLE.of("births") is PEOPLE.births


def test_hamlets_stand_together():
    for register in (PEOPLE.children, PEOPLE.beneficiaries):
        assert register["hamlet"].rle().len() == 10


def test_no_grown_up_has_the_number_of_a_child():
    grown = PEOPLE.beneficiaries.filter(pl.col("child").is_null())
    assert grown.join(PEOPLE.children, on="personal_id").is_empty()


def test_another_seed_is_another_commune():
    other = population(2_000, 10, ON).children
    assert PEOPLE.children.join(other, on=["full_name", "birth_date", "mother_name"]).is_empty()


def test_children_grow_with_the_reference_day():
    later = population(2_000, 9, date(2027, 6, 18)).children
    assert later["birth_date"].max() > ON.isoformat()
    assert later["birth_date"].min() > "2011-06-18"


@pytest.mark.deep
def test_a_million_people_have_a_million_numbers():
    many = population(1_000_000, 1, ON)
    grown = many.beneficiaries.filter(pl.col("child").is_null())
    families = many.children.unique("household")
    numbers = [
        many.children["personal_id"],
        grown["personal_id"],
        grown["carer_personal_id"],
        *(families[f"{who}_personal_id"] for who in ("father", "mother", "guardian")),
    ]
    assert pl.concat(numbers).drop_nulls().is_unique().all()
