"""The persons of a list are one in facts and rows, whichever columns the list has."""

from datetime import date

import polars as pl
import pytest

from sosach.cleaning.frame import Cleaning
from sosach.engines.persons import persons
from sosach.findings.notices import Refused
from sosach.intake.parquet import open_parquet
from sosach.registers.catalogue import registers
from tests.engines.lists import AN, CUONG, opened

HOW = Cleaning(register=registers()["children"], on=date(2026, 6, 18))


def people(tmp_path, *rows):
    folder = tmp_path / "rows"
    folder.mkdir()
    return persons(opened(tmp_path / "a.parquet", "children", *rows), HOW, folder, lambda count: None)


def test_facts_and_rows_stand_in_one_order(tmp_path):
    found = people(tmp_path, AN, CUONG)
    assert found.facts["name"].to_list() == ["Nguyễn Hòa An", "Lê Văn Cường"]
    assert found.at(pl.Series([1, 0, 1]), ["full_name", "sex"]).rows() == [
        ("Lê Văn Cường", "male"), ("Nguyễn Hòa An", "male"), ("Lê Văn Cường", "male")
    ]  # fmt: skip


def test_columns_that_the_list_lacks_are_empty(tmp_path):
    found = people(tmp_path, AN)
    assert found.at(pl.Series([0, 0]), ["school", "status"]).rows() == [(None, None)] * 2
    assert found.at(pl.Series([], dtype=pl.UInt32), ["school"]).height == 0
    assert set(found.at(pl.Series([0])).columns) == {"sheet", "row", *registers()["children"].by_name}


def test_field_comes_without_source_texts_where_none_are_kept(tmp_path):
    assert people(tmp_path, AN).field("full_name", pl.Series([0])).to_dict(as_series=False) == {
        "value": ["Nguyễn Hòa An"]
    }


def test_progress_is_told(tmp_path):
    folder = tmp_path / "rows"
    folder.mkdir()
    heard = []
    persons(opened(tmp_path / "a.parquet", "children", AN, CUONG), HOW, folder, heard.append)
    assert heard == [2]


def test_list_of_nobody_is_refused(tmp_path):
    path = tmp_path / "a.parquet"
    pl.DataFrame(schema=dict.fromkeys(AN, pl.String)).write_parquet(path)
    with pytest.raises(Refused) as caught:
        persons(open_parquet(path, "children"), HOW, tmp_path, lambda count: None)
    assert caught.value.notice.code in ("link_nobody", "rows_none")
