"""One test for the whole folder of injuries: somebody can suffer each, and it shows."""

from datetime import date

import polars as pl
import pytest

from sosach.population.catalogue import injuries
from sosach.population.dice import Dice
from sosach.population.harm import CHILDREN
from sosach.population.population import population
from sosach.population.ward import Ward
from sosach.population.writing import written

PEOPLE = population(2_500, 8, date(2026, 6, 18))
TIDY = {
    register: written(PEOPLE.of(register), register).with_columns(home=pl.lit("")).with_row_index("person")
    for register in ("children", "beneficiaries", "births")
}
TIDY["children"] = TIDY["children"].with_columns(pl.len().over("household_code").alias(CHILDREN))
FILES = sorted({injury.name for injury in injuries()})


@pytest.mark.parametrize("name", FILES)
def test_somebody_suffers_and_it_shows(name):
    for injury in (injury for injury in injuries() if injury.name == name):
        tidy = TIDY[injury.register]
        ward = Ward(tidy, Dice(8, "person"))
        ward.injure(injury, 3)
        hurt = ward.discharged(tidy)
        assert ward.harm().height >= 3, injury.field
        if injury.copied:
            assert hurt.height == tidy.height + 3
        else:
            changed = pl.any_horizontal(tidy[cell].ne_missing(hurt[cell]) for cell in injury.cells)
            assert hurt.select(changed.sum()).item() >= 3, injury.field


@pytest.mark.parametrize("name", FILES)
def test_nothing_else_is_touched(name):
    for injury in (injury for injury in injuries() if injury.name == name):
        tidy = TIDY[injury.register]
        ward = Ward(tidy, Dice(8, "person"))
        ward.injure(injury, 3)
        others = [cell for cell in tidy.columns if cell not in injury.cells]
        assert ward.discharged(tidy).head(tidy.height).select(others).equals(tidy.select(others))


def test_injuries_of_numbers_keep_to_invented_serials():
    serials = [
        hurt["personal_id"].str.extract(r"0\d{5}(\d{6})$").cast(pl.Int32).drop_nulls()
        for name in ("number_sex", "number_birth_year", "number_series", "siblings_too_close", "age_sixteen")
        for hurt in [_after(name)]
    ]
    assert all(serial.is_between(600_000, 999_999).all() for serial in serials)


def _after(name: str) -> pl.DataFrame:
    ward = Ward(TIDY["children"], Dice(8, "person"))
    for injury in (i for i in injuries() if i.name == name and i.register == "children"):
        ward.injure(injury, 5)
    return ward.discharged(TIDY["children"])
