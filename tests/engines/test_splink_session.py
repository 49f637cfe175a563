"""Splink works alone and quietly."""

import logging
import tempfile
from pathlib import Path

import polars as pl
import pytest

pytest.importorskip("splink")

import duckdb

from sosach.engines.splink_columns import case_of
from sosach.engines.splink_session import comparison, linker
from sosach.linkage.blocking import key_columns
from sosach.linkage.sides import sides_of
from tests.linkage.people_in_rows import child, rows


def session():
    one, other = rows(child(), child()), rows(child(sex="male"))
    sides = sides_of(one, other)
    case = case_of(sides, [one, other], key_columns(sides), [])
    return linker(case.frames, [comparison("sex")])


def test_nothing_is_read_from_files_or_fetched(tmp_path):
    secret = tmp_path / "people.csv"
    secret.write_text("name\nHoa\n")
    with session() as (_, api):
        for sql in (
            f"from read_csv('{secret}')",
            "install excel",
            "load excel",
            "from 'https://example.org/a.parquet'",
        ):
            with pytest.raises(duckdb.Error):
                api.duckdb_con.sql(sql).fetchall()


def test_no_file_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with session() as (engine, _):
        engine.inference.predict(warning_mode="never")
        assert [path.is_dir() for path in tmp_path.iterdir()] == [True]
    assert list(Path(tmp_path).iterdir()) == []


def test_the_connection_is_closed():
    with session() as (_, api):
        pass
    with pytest.raises(duckdb.ConnectionException):
        api.duckdb_con.sql("select 1")


def test_progress_is_not_told_and_the_log_is_as_before(capsys):
    level = logging.getLogger("splink").level
    with session() as (engine, _):
        engine.training.estimate_u_using_random_sampling(max_pairs=10)
    assert capsys.readouterr() == ("", "")
    assert logging.getLogger("splink").level == level


def test_a_fact_in_splinks_form_says_nothing_where_one_side_is_silent():
    told = comparison("sex", {"same": {"m_probability": 0.9}})
    silent, same, other = told["comparison_levels"]
    assert silent["is_null_level"]
    assert (same["label_for_charts"], same["m_probability"]) == ("same", 0.9)
    assert other["sql_condition"] == "ELSE"


def test_pairs_of_two_registers_are_told_left_and_right():
    with session() as (engine, _):
        pairs = pl.DataFrame(engine.inference.predict(warning_mode="never").as_pyarrow_table())
    assert pairs.height == 2
    assert set(pairs["person_l"]) == {0, 1}
