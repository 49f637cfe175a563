"""Who is injured is injured once."""

import polars as pl

from sosach.population.dice import Dice
from sosach.population.harm import BESIDE, PLACE, Beside, Injury
from sosach.population.ward import Ward

TIDY = pl.DataFrame(
    {
        "person": pl.int_range(40, dtype=pl.UInt32, eager=True),
        "home": ["A"] * 20 + ["B"] * 20,
        "name": [f"n{i}" for i in range(40)],
        "code": [f"{i:03}" for i in range(40)],
    }
)


def ward() -> Ward:
    return Ward(TIDY, Dice(1, "person"))


def make(**facts: object) -> Injury:
    plain = {"name": "x", "register": "children", "rule": "r", "field": "name", "cells": {"name": pl.lit("bad")}}
    return Injury(**{**plain, **facts})


def test_so_many_suffer_as_are_asked_for():
    place = ward()
    place.injure(make(), 7)
    assert (place.discharged(TIDY)["name"] == "bad").sum() == 7
    assert place.harm().height == 7


def test_nobody_suffers_twice():
    place = ward()
    place.injure(make(name="first"), 30)
    place.injure(make(name="second", cells={"name": pl.lit("worse")}), 30)
    assert place.harm()["person"].is_unique().all()
    assert place.discharged(TIDY)["name"].value_counts().filter(pl.col("name") == "worse")["count"].item() == 10


def test_only_those_who_can_suffer():
    place = ward()
    place.injure(make(when=pl.col("home") == "B"), 40)
    assert place.harm()["person"].min() == 20


def test_nobody_can_suffer():
    place = ward()
    place.injure(make(when=pl.lit(value=False)), 3)
    assert place.harm().is_empty()


def test_cells_of_another_person_and_both_are_told():
    place = ward()
    place.injure(make(cells={"code": pl.col(f"code{BESIDE}")}, beside=Beside.ANYBODY), 3)
    codes = place.discharged(TIDY)["code"]
    assert codes.n_unique() == 37
    assert place.harm()["person"].n_unique() == 6


def test_cells_of_the_row_above():
    place = ward()
    place.injure(make(cells={"code": pl.col(f"code{BESIDE}")}, beside=Beside.ABOVE), 2)
    codes = place.discharged(TIDY)["code"]
    assert (codes == codes.shift(1)).sum() == 2


def test_runs_stay_within_a_hamlet_and_count():
    place = ward()
    counted = pl.col(f"code{BESIDE}") + pl.col(PLACE).cast(pl.String)
    place.injure(make(cells={"code": counted}, beside=Beside.FIRST, run=15), 2)
    changed = place.discharged(TIDY).filter(pl.col("code").str.len_chars() > 3)
    assert changed.group_by("home").len()["len"].to_list() == [15, 15]


def test_copies_stand_behind_and_both_rows_are_told():
    place = ward()
    place.injure(make(copied=True), 4)
    after = place.discharged(TIDY)
    assert after.height == 44
    assert after["name"].tail(4).to_list() == ["bad"] * 4
    assert place.harm()["person"].n_unique() == 8
