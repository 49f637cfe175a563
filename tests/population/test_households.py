"""Families as they are."""

from datetime import date

import polars as pl
import pytest

from sosach.population.commune import HOA_MAU
from sosach.population.households import births, families, households

ON = date(2026, 6, 18)
HOMES = households(3_000, 4, HOA_MAU)
LINE = births(HOMES, 4, ON)
ELDEST = LINE.group_by("household", maintain_order=True).agg(pl.col("birth_date").first().dt.year())["birth_date"]
FAMILIES = families(HOMES, ELDEST, 4)


def of(kind: str) -> pl.DataFrame:
    found = FAMILIES.filter(pl.col("family") == kind)
    assert found.height
    return found


def test_every_household_has_its_children():
    counted = LINE.group_by("household", maintain_order=True).len()
    assert counted["len"].to_list() == HOMES["children"].to_list()


def test_no_child_is_sixteen_and_none_is_just_born():
    assert LINE["birth_date"].min() > date(2010, 6, 18)
    assert LINE["birth_date"].max() <= date(2026, 6, 6)


def test_brothers_and_sisters_are_born_far_enough_apart():
    gaps = LINE.select(days=pl.col("birth_date").diff().over("household").dt.total_days(), twin="twin").drop_nulls()
    assert gaps.filter("twin")["days"].unique().to_list() == [0]
    assert gaps.filter(~pl.col("twin"))["days"].min() >= 430


def test_there_are_twins():
    assert LINE["twin"].mean() == pytest.approx(0.01, abs=0.006)


def test_parents_are_of_an_age_to_be_parents():
    youngest = LINE.group_by("household", maintain_order=True).agg(pl.col("birth_date").last().dt.year())["birth_date"]
    years = FAMILIES.select(
        eldest=pl.lit(ELDEST) - pl.col("mother_birth_year").cast(pl.Int32),
        youngest=pl.lit(youngest) - pl.col("mother_birth_year").cast(pl.Int32),
        father=pl.lit(ELDEST) - pl.col("father_birth_year").cast(pl.Int32),
    )
    assert years["eldest"].min() >= 18
    assert years["youngest"].max() <= 46
    assert years["father"].min() >= 20


def test_single_mothers_have_no_father_in_the_record():
    alone = of("mother")
    assert alone["father_name"].null_count() == alone["father_personal_id"].null_count() == alone.height
    assert (alone["surname"] == alone["mother_surname"]).all()


def test_orphans_have_a_guardian_and_no_parents():
    orphans = of("orphans")
    assert orphans["father_name"].null_count() == orphans["mother_name"].null_count() == orphans.height
    assert orphans["guardian_name"].null_count() == orphans["guardian_relation"].null_count() == 0


def test_fathers_from_abroad_have_no_number():
    abroad = of("foreign")
    assert abroad["father_name"].null_count() == abroad["father_birth_year"].null_count() == 0
    assert abroad["father_personal_id"].null_count() == abroad.height


def test_parents_who_are_away_stay_in_the_record():
    away = of("away")
    assert away.select(pl.col("father_name", "mother_name", "guardian_name").null_count()).row(0) == (0, 0, 0)


def test_somebody_heads_every_household():
    assert FAMILIES["household_head"].null_count() == 0


def test_addresses_lie_in_the_commune():
    assert HOMES["address"].str.ends_with("xã Hòa Mẫu, tỉnh Bắc Ninh").all()
    assert set(HOMES["hamlet"]) == set(HOA_MAU.hamlets)
