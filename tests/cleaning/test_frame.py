"""A raw frame becomes a typed frame: source texts stay, values are clean, nothing depends on the neighbours."""

from datetime import date

import polars as pl
import polars.selectors as cs
import pytest
from polars.testing import assert_frame_equal

from sosach.cleaning.frame import Cleaning, field_columns, typed
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.text import cells
from tests.rules.made_up import made_up_register
from tests.rules.tools import ON, raw_frame

CHILDREN = registers()["children"]


def cleaning() -> Cleaning:
    return Cleaning(register=CHILDREN, on=ON)


@pytest.fixture(scope="module")
def messy() -> pl.DataFrame:
    """A made-up register as it came, as a raw frame."""
    return made_up_register("children", 120, 3)


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


@pytest.mark.parametrize("field", ["note", "address", "household_code"])
@pytest.mark.parametrize(
    ("shown", "cell", "value"),
    [
        ("H01", f"{cells.NUMBER}1", "H01"),  # the number format says what is meant
        ("16/08/2015", f"{cells.DATE}2015-08-16", "16/08/2015"),
        ("#N/A", f"{cells.ERROR}#N/A", None),
        (None, cells.UNCACHED, None),
        ("Vò", f"{cells.TCVN3_FONT}Vò", "Vũ"),  # the font alone tells: in Unicode it is a word as well
        ("Vò", f"{cells.VNI_FONT}Vò", "Vị"),
    ],
)
def test_texts_are_taken_as_excel_shows_them(field: str, shown: str | None, cell: str, value: str | None) -> None:
    frame = typed(raw_frame([{field: (shown, cell)}, {field: "H2"}]), cleaning())
    assert frame[field].to_list() == [value, "H2"]
    assert frame[f"{field}__raw"].to_list() == [shown, "H2"]


@pytest.mark.parametrize(
    ("date_", "low", "high"), [("2018", "2018-01-01", "2018-12-31"), ("2/2016", "2016-02-01", "2016-02-29")]
)
def test_a_date_stands_for_all_its_days(date_: str, low: str, high: str) -> None:
    told = typed(raw_frame([{"birth_date": date_}]), cleaning()).row(0, named=True)
    assert (told["birth_date__low"], told["birth_date__high"]) == (date.fromisoformat(low), date.fromisoformat(high))


def test_what_was_decoded_or_unseen_is_told_where_there_is_any() -> None:
    plain = typed(raw_frame([{"full_name": "Lê Lan"}]), cleaning())
    assert not {"full_name__legacy", "full_name__charset", "full_name__invisible"} & set(plain.columns)
    told = typed(raw_frame([{"full_name": "NguyÔn V¨n An"}, {"full_name": "Lê\u200b Lan"}]), cleaning())
    assert told["full_name"].to_list() == ["Nguyễn Văn An", "Lê Lan"]
    assert told["full_name__charset"].to_list() == ["tcvn3", None]
    assert told["full_name__invisible"].to_list() == [False, True]


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


@pytest.mark.parametrize("register", registers().values(), ids=lambda register: register.name)
def test_cleaning_what_is_clean_changes_nothing(register: Register) -> None:
    """Records read again, as from records.parquet, are the same records."""
    how = Cleaning(register=register, on=ON)
    once = typed(made_up_register(register.name, 120, 3), how)
    fields = field_columns(once, register)
    twice = typed(once.select("index", "sheet", "row", *(pl.col(f).alias(f"{f}__raw") for f in fields)), how)
    # A code alone may be of the list of 1979 or of that of 2008: it is left to people.
    told = pl.col("ethnicity").is_not_null()
    assert_frame_equal(twice.select(fields).drop("ethnicity"), once.select(fields).drop("ethnicity"))
    assert_frame_equal(
        twice.filter(told).select("ethnicity"), once.filter(twice.select(told).to_series()).select("ethnicity")
    )
