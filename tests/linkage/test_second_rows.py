"""A child that stands in the register twice is found once, and its other row is no child without registration."""

import polars as pl

from sosach.linkage.facts import SCHEMA
from sosach.linkage.second_rows import second_rows

AN = {"name": "Nguyễn Hòa An", "birth_date": "2018-06-04", "sex": "male", "mother": "Trần Thị Thúy"}
CUONG = {"name": "Lê Văn Cường", "birth_date": "2015-01-02", "sex": "male", "mother": "Phạm Thị Mơ"}
DUNG = {"name": "Vũ Thị Dung", "birth_date": "2012-09-12", "sex": "female", "mother": "Đỗ Thị Lan"}


def facts(*persons):
    return pl.DataFrame(list(persons), schema=SCHEMA)


def test_other_row_of_a_linked_child():
    register, book = facts(AN, CUONG, AN), facts(AN, DUNG)
    pairs = pl.DataFrame({"own": [0], "other": [0]}, schema_overrides={"own": pl.UInt32, "other": pl.UInt32})
    found = second_rows(register, book, pl.Series([1, 2], dtype=pl.UInt32), pairs)
    assert found.rows() == [(2, 0)]


def test_nobody_alone_and_nobody_linked():
    nobody = pl.Series([], dtype=pl.UInt32)
    no_pairs = pl.DataFrame(schema={"own": pl.UInt32, "other": pl.UInt32})
    assert second_rows(facts(AN), facts(AN), nobody, no_pairs).is_empty()
    assert second_rows(facts(AN), facts(CUONG), pl.Series([0], dtype=pl.UInt32), no_pairs).is_empty()


def test_rows_that_know_nothing_are_nobodys_other_row():
    pairs = pl.DataFrame({"own": [0], "other": [0]}, schema_overrides={"own": pl.UInt32, "other": pl.UInt32})
    blank = facts(AN, dict.fromkeys(AN))
    assert second_rows(blank, facts(AN), pl.Series([1], dtype=pl.UInt32), pairs).is_empty()
