import polars as pl

from sosach.outputs.records import records, records_schema
from sosach.registers.catalogue import registers

CHILDREN = registers()["children"]

FRAME = pl.DataFrame(
    {
        "index": [0],
        "sheet": ["A"],
        "row": [5],
        "full_name": ["Nguyễn Văn An"],
        "full_name__raw": [" nguyễn  văn an"],
        "sex": ["male"],
        "sex__raw": ["Nam"],
    },
    schema_overrides={"row": pl.Int64},
)


def test_every_field_of_the_register_is_there_in_its_order() -> None:
    made = records(FRAME, CHILDREN, with_raw=True)
    assert made.columns == ["sheet", "row", *(f.name for f in CHILDREN.fields), "raw"]
    assert made.schema == pl.Schema(records_schema(CHILDREN, with_raw=True))


def test_source_texts_stand_beside_the_cleaned_values() -> None:
    (row,) = records(FRAME, CHILDREN, with_raw=True).to_dicts()
    assert (row["full_name"], row["raw"]["full_name"]) == ("Nguyễn Văn An", " nguyễn  văn an")
    assert (row["mother_name"], row["raw"]["mother_name"]) == (None, None)


def test_records_of_parquet_carry_no_source_texts() -> None:
    made = records(FRAME, CHILDREN, with_raw=False)
    assert "raw" not in made.columns
    assert made.schema == pl.Schema(records_schema(CHILDREN, with_raw=False))


def test_field_that_only_a_rule_asked_for_has_no_source_text() -> None:
    (row,) = records(FRAME.with_columns(nationality=pl.lit(None, pl.String)), CHILDREN, with_raw=True).to_dicts()
    assert (row["nationality"], row["raw"]["nationality"]) == (None, None)
