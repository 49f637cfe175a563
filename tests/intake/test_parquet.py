"""Parquet files as registers."""

import datetime as dt
from pathlib import Path

import polars as pl
import pytest

from sosach.findings.notices import Refused
from sosach.intake.parquet import open_parquet

NAMES = pl.DataFrame(
    {"full_name": [f"Lê Lan {n}" for n in range(10)], "class_name": ["1A"] * 10, "guardian_name": [""] * 10}
)


def saved(frame: pl.DataFrame, path: Path, **more: int) -> Path:
    """The frame on disk."""
    frame.write_parquet(path, **more)  # type: ignore[arg-type]
    return path


def test_batches_are_raw_frames_in_order(tmp_path: Path) -> None:
    reading = open_parquet(saved(NAMES, tmp_path / "a.parquet", row_group_size=3), None)
    batches = list(reading.batches(4))
    assert all(batch.height <= 4 for batch in batches)
    whole = pl.concat(batches)
    assert whole.columns == ["index", "sheet", "row", "full_name__raw", "guardian_name__raw", "class_name__raw"]
    assert whole["row"].to_list() == list(range(1, 11))
    assert whole["full_name__raw"].to_list() == NAMES["full_name"].to_list()
    assert whole["guardian_name__raw"].null_count() == 10
    assert set(whole["sheet"]) == {""}


def test_the_account_of_the_file(tmp_path: Path) -> None:
    reading = open_parquet(saved(NAMES.with_columns(extra=1), tmp_path / "a.parquet"), "children")
    (sheet,) = reading.sheets
    assert (sheet.name, sheet.first_row, sheet.last_row, sheet.rows_read, sheet.persons) == ("", 1, 10, 10, 10)
    assert {c.heading: c.field for c in reading.columns}["extra"] is None
    assert [n.code for n in reading.notices] == ["column_unmapped"]
    assert reading.grids == ()
    assert not reading.keeps_raw


def test_rows_are_gathered_in_the_order_asked_for(tmp_path: Path) -> None:
    reading = open_parquet(saved(NAMES, tmp_path / "a.parquet"), "children")
    assert reading.rows(pl.Series([7, 2, 9]), {"full_name"})["row"].to_list() == [8, 3, 10]


def test_other_types_become_text(tmp_path: Path) -> None:
    frame = pl.DataFrame(
        {
            "full_name": ["A", "B"],
            "birth_date": [dt.date(2015, 1, 2), None],
            "mother_birth_year": [1985, None],
            "father_birth_year": [1985.0, 1985.5],
            "poverty": pl.Series(["none", None], dtype=pl.Categorical),
        }
    )
    (batch,) = open_parquet(saved(frame, tmp_path / "a.parquet"), "children").batches(10)
    assert batch["birth_date__raw"].to_list() == ["02/01/2015", None]
    assert batch["mother_birth_year__raw"].to_list() == ["1985", None]
    assert batch["father_birth_year__raw"].to_list() == ["1985", "1985.5"]
    assert batch["poverty__raw"].to_list() == ["none", None]


def test_codes_of_ethnic_groups_are_those_of_1979_and_words_stay_words(tmp_path: Path) -> None:
    given = pl.DataFrame({"full_name": ["a", "b", "c", "d"], "ethnicity": ["04", "Ê-đê", "99", None]})
    (raw,) = open_parquet(saved(given, tmp_path / "a.parquet"), "children").batches(10)
    assert raw["ethnicity__raw"].to_list() == ["04", "Ê-đê", "99", None]
    assert raw["ethnicity__cell"].to_list() == ["Hoa", "Ê-đê", "99", None]
    rows = open_parquet(tmp_path / "a.parquet", "children").rows(pl.Series([0]), {"ethnicity"})
    assert rows["ethnicity__cell"].to_list() == ["Hoa"]


def test_the_register_is_recognised_by_its_fields(tmp_path: Path) -> None:
    frame = pl.DataFrame({"full_name": ["A"], "category": ["5.6"], "decision_no": ["1"]})
    assert open_parquet(saved(frame, tmp_path / "a.parquet"), None).register.name == "beneficiaries"
    with pytest.raises(Refused) as caught:
        open_parquet(saved(pl.DataFrame({"full_name": ["A"]}), tmp_path / "b.parquet"), None)
    assert caught.value.notice.code == "register_unknown"


@pytest.mark.parametrize("register", [None, "children"])
def test_names_are_needed(tmp_path: Path, register: str | None) -> None:
    with pytest.raises(Refused) as caught:
        open_parquet(saved(pl.DataFrame({"ho_ten": ["A"]}), tmp_path / "a.parquet"), register)
    assert caught.value.notice.code == "parquet_fields"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "file_empty"), (b"PAR1" + b"x" * 90 + b"PAR1", "parquet_unreadable"), (b"Lan", "file_not_workbook")],
    ids=["empty", "noise", "text"],
)
def test_damaged_files(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    with pytest.raises(Refused) as caught:
        open_parquet(path, "children")
    assert caught.value.notice.code == code


def test_a_file_cut_in_the_middle_and_one_that_is_not_there(tmp_path: Path) -> None:
    path = saved(NAMES, tmp_path / "a.parquet")
    path.write_bytes(path.read_bytes()[:-300])
    for place, code in (
        (path, "parquet_unreadable"),
        (tmp_path / "no.parquet", "file_not_found"),
        (tmp_path, "file_folder"),
    ):
        with pytest.raises(Refused) as caught:
            open_parquet(place, "children")
        assert caught.value.notice.code == code


def test_a_page_damaged_further_down_is_told_when_it_is_met(tmp_path: Path) -> None:
    path = saved(NAMES, tmp_path / "a.parquet")
    data = bytearray(path.read_bytes())
    data[4:60] = bytes(56)
    path.write_bytes(data)
    reading = open_parquet(path, "children")
    for use in (lambda: list(reading.batches(5)), lambda: reading.rows(pl.Series([1]), {"full_name"})):
        with pytest.raises(Refused) as caught:
            use()
        assert caught.value.notice.code == "parquet_unreadable"


def test_a_file_is_read_part_by_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sosach.intake.parquet._TOGETHER", 4)
    reading = open_parquet(saved(NAMES, tmp_path / "a.parquet"), "children")
    assert [batch["row"].to_list() for batch in reading.batches(3)] == [[1, 2, 3], [4], [5, 6, 7], [8], [9, 10]]
    assert pl.concat(reading.batches(3))["index"].to_list() == list(range(10))
    assert reading.rows(pl.Series([9, 2, 3, 8]), {"full_name"})["full_name__raw"].to_list() == [
        f"Lê Lan {n}" for n in (9, 2, 3, 8)
    ]
    assert reading.rows(pl.Series([], dtype=pl.UInt32), {"full_name"}).height == 0


def test_no_more_is_read_than_is_worked_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Damage further down is met when that part is read, not before."""
    monkeypatch.setattr("sosach.intake.parquet._TOGETHER", 5)
    path = saved(NAMES, tmp_path / "a.parquet", row_group_size=5)
    reading = open_parquet(path, "children")
    batches = reading.batches(5)
    assert next(batches).height == 5
    path.write_bytes(b"PAR1" + bytes(path.stat().st_size - 8) + b"PAR1")
    with pytest.raises(Refused) as caught:
        next(batches)
    assert caught.value.notice.code == "parquet_unreadable"
