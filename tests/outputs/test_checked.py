import dataclasses

import polars as pl

from tests.outputs.small_register import checked


def test_a_field_that_a_reading_lacks_is_empty() -> None:
    bare = dataclasses.replace(checked(), records=pl.LazyFrame({"sheet": ["a"], "row": [1]}))
    assert bare.records.select(bare.field("hamlet")).collect()["hamlet"].to_list() == [None]


def test_a_field_that_is_there_is_taken() -> None:
    check = checked()
    assert check.records.select(check.field("full_name")).collect()["full_name"][0] == "Nguyễn Thị Ánh"
