"""Names and numbers of made-up people: like anyone's, and nobody's."""

import polars as pl
import pytest

from sosach.ids import personal_id
from sosach.ids import phone as phones
from sosach.population.dice import Dice
from sosach.population.people import HOUSEHOLDS_PER_PROVINCE, Serials, old_id, persons, phone

DICE = Dice(5, "who")


def people(rows: int, **columns: object) -> pl.DataFrame:
    facts = {"household": 0, "sex": "female", "ethnicity": "01", "birth_year": 2015, **columns}
    frame = pl.DataFrame({"who": pl.int_range(rows, eager=True)})
    return frame.with_columns(
        pl.Series(name, fact) if isinstance(fact, list) else pl.lit(fact).alias(name) for name, fact in facts.items()
    )


def test_numbers_agree_with_sex_and_year():
    done = persons(people(4, sex=["male", "female"] * 2, birth_year=[1988, 1988, 2015, 2015]), DICE, Serials.FAMILY)
    agreed = done.select(personal_id.agrees(pl.col("personal_id"), sex=pl.col("sex"), birth_year=pl.col("birth_year")))
    assert agreed.to_series().all()


def test_no_number_can_belong_to_a_living_person():
    for serials in Serials:
        done = persons(people(500), DICE, serials)
        assert done["personal_id"].str.tail(6).cast(pl.Int32).is_between(600_000, 999_999).all()


def test_nobody_shares_a_number():
    kinds = [persons(people(3_000), DICE, serials)["personal_id"] for serials in Serials]
    assert pl.concat(kinds).is_unique().all()


def test_twins_of_one_sex_have_numbers_that_follow():
    done = persons(people(3, twin=[False, False, True]), DICE, Serials.FAMILY)["personal_id"].cast(pl.Int64)
    assert done[2] - done[1] == 1


def test_twins_of_two_sexes_have_numbers_of_their_own():
    done = persons(people(2, sex=["male", "female"], twin=[False, True]), DICE, Serials.FAMILY)["personal_id"]
    assert [number[3] for number in done] == ["2", "3"]


def test_people_are_refused_when_serials_run_out():
    with pytest.raises(ValueError, match="GUARDIAN"):
        persons(people(60_000), DICE, Serials.GUARDIAN)


def test_another_province_when_the_first_is_full():
    far = persons(people(200, household=HOUSEHOLDS_PER_PROVINCE * 3), DICE, Serials.FAMILY)
    assert far["personal_id"].str.head(3).value_counts(sort=True)[0, 0] != "027"
    assert personal_id.is_valid(far["personal_id"][0])


def test_children_keep_the_surname_they_are_given():
    done = persons(people(2, surname=["Vũ Trần", None]), DICE, Serials.FAMILY)
    assert done["full_name"][0].startswith("Vũ Trần ")
    assert done["surname"].null_count() == 0


def test_names_are_those_of_the_sex():
    women = persons(people(3_000), DICE, Serials.FAMILY)["full_name"]
    assert women.str.contains(" Thị ").mean() > 0.2
    assert women.str.contains(" Văn ").sum() == 0


def test_minorities_are_named_as_they_name_themselves():
    done = persons(people(30, ethnicity="12"), DICE, Serials.FAMILY)
    assert done["full_name"].str.starts_with("H’").all()
    assert done.select(pl.col("full_name").str.ends_with(pl.col("surname"))).to_series().all()


def test_some_names_have_two_words_only():
    words = persons(people(2_000), DICE, Serials.FAMILY)["full_name"].str.split(" ").list.len()
    assert (words == 2).any()


def test_telephones_are_mobile_and_nobodys():
    numbers = people(50).select(phone(DICE)).to_series()
    assert numbers.str.starts_with("09990").all()
    assert all(phones.is_valid(number) for number in numbers)


def test_old_cards_have_nine_digits():
    assert people(50).select(old_id(DICE)).to_series().str.contains(r"^125\d{6}$").all()
