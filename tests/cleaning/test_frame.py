"""A raw frame becomes a typed frame: source texts stay, values are clean, nothing depends on the neighbours."""

from datetime import date

import polars as pl
import polars.selectors as cs
import pytest

from sosach.cleaning.frame import Cleaning, field_columns, typed
from sosach.population.injured import injured
from sosach.population.population import population
from sosach.registers.catalogue import registers
from sosach.text import cells
from tests.rules.tools import ON, raw_frame

CHILDREN = registers()["children"]


def cleaning() -> Cleaning:
    return Cleaning(register=CHILDREN, on=ON)


@pytest.fixture(scope="module")
def messy() -> pl.DataFrame:
    """A made-up register as it came, as a raw frame."""
    truth = population(120, 3, ON).of("children")
    told = injured(truth, "children", 3, tuple(CHILDREN.by_name)).cells
    rows = told.drop("person", "home").to_dicts()
    return raw_frame([{k: v for k, v in row.items() if v is not None} for row in rows])


def test_a_row_keeps_its_place_its_source_and_gets_its_values() -> None:
    raw = raw_frame([{"full_name": "LÊ  THỊ LAN", "birth_date": "5/3/2018", "sex": "Gái", "hamlet": "  "}])
    told = typed(raw, cleaning()).row(0, named=True)
    assert (told["row"], told["full_name"], told["full_name__raw"]) == (5, "Lê Thị Lan", "LÊ  THỊ LAN")
    assert (told["birth_date"], told["birth_date__low"], told["birth_date__high"]) == (
        "2018-03-05",
        date(2018, 3, 5),
        date(2018, 3, 5),
    )
    assert told["sex"] == "female"
    assert told["hamlet"] is None
    assert told["hamlet__raw"] is None  # a blank cell is an empty cell


def test_columns_that_the_file_lacks_are_not_made_up() -> None:
    frame = typed(raw_frame([{"full_name": "Lê Lan"}]), cleaning())
    assert field_columns(frame, CHILDREN) == ["full_name"]


def test_numbers_stay_what_they_were() -> None:
    frame = typed(raw_frame([{"personal_id": 27315600001}, {"personal_id": "027315600001"}]), cleaning())
    assert frame["personal_id"].to_list() == [None, "027315600001"]
    assert frame["personal_id__cell"][0] == f"{cells.NUMBER}27315600001"


def test_fields_of_a_kind_read_together_are_what_they_are_alone() -> None:
    row = {"full_name": "LÊ LAN", "father_name": "Lê Nam", "mother_name": "chưa rõ", "guardian_name": None}
    together = typed(raw_frame([row, {**row, "father_name": "lê nam 2"}]), cleaning())
    for field in row:
        alone = typed(
            raw_frame([{field: row[field]}, {field: row[field] if field != "father_name" else "lê nam 2"}]), cleaning()
        )
        assert together.select(alone.columns).equals(alone)


def test_batches_do_not_matter(messy: pl.DataFrame) -> None:
    whole = typed(messy, cleaning()).with_columns(cs.boolean().fill_null(value=False))
    parts = pl.concat([typed(part, cleaning()) for part in messy.iter_slices(37)], how="diagonal")
    # Where no cell of a batch had anything unseen the column is left out: nothing is false.
    parts = parts.with_columns(cs.boolean().fill_null(value=False))
    assert [name for name in whole.columns if not parts[name].equals(whole[name], null_equal=True)] == []


def test_cleaning_what_is_clean_changes_nothing(messy: pl.DataFrame) -> None:
    """Names, dates, numbers and plain texts read again are themselves; codes are no texts and are left out."""
    once = typed(messy, cleaning())
    again = ["full_name", "mother_name", "birth_date", "personal_id", "phone", "address", "hamlet", "household_code"]
    raw = pl.DataFrame([once["index"], once["sheet"], once["row"], *(once[f].alias(f"{f}__raw") for f in again)])
    twice = typed(raw, cleaning())
    assert twice.select(again).equals(once.select(again))
