"""Untidiness changes how cells are written, never what they mean."""

from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from sosach.population.dice import Dice
from sosach.population.population import population
from sosach.population.untidy import untidied
from sosach.population.writing import written

TRUTH = population(3_000, 4, date(2026, 6, 18)).children
TIDY = written(TRUTH, "children").with_row_index("person")
DICE = Dice(4, "person")
MESSY, TOLD = untidied(TIDY, "children", TIDY.columns[1:], DICE)


def test_most_cells_stay_as_they_are():
    same = pl.DataFrame([TIDY[name].eq_missing(MESSY[name]).alias(name) for name in TIDY.columns])
    assert same.select(pl.mean_horizontal(pl.all().mean())).item() > 0.85


def test_every_untidiness_that_is_told_is_there():
    for name, field in TOLD.select("name", "field").unique().iter_rows():
        who = TOLD.filter((pl.col("name") == name) & (pl.col("field") == field))["person"]
        assert TIDY[field].gather(who).ne_missing(MESSY[field].gather(who)).all()


def test_fields_the_file_lacks_stay_tidy():
    messy, told = untidied(TIDY, "children", ["personal_id"], DICE)
    assert_frame_equal(messy.drop("personal_id"), TIDY.drop("personal_id"))
    assert set(told["field"]) == {"personal_id"}


@pytest.mark.parametrize("field", ["full_name", "mother_name"])
def test_names_keep_their_letters(field):
    bare = [
        column.str.normalize("NFD").str.to_lowercase().str.replace_all(r"[\s\u200b]|\p{M}", "").alias(field)
        for column in (TIDY[field], MESSY[field])
    ]
    assert bare[0].eq_missing(bare[1]).all()


def test_numbers_keep_their_digits():
    digits = [frame["personal_id"].str.replace_all(r"\D", "") for frame in (TIDY, MESSY)]
    assert (digits[0] == digits[1]).all()
