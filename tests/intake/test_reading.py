"""The two ways of reading look alike to a check."""

from pathlib import Path

import polars as pl

from sosach.intake.options import ReadingOptions
from sosach.intake.parquet import open_parquet
from sosach.intake.read import read
from sosach.intake.reading import Opened, SheetRead
from tests.intake import books


def test_a_workbook_and_a_parquet_file_give_the_same_raw_frames(tmp_path: Path) -> None:
    workbook = read(books.children(tmp_path / "a.xlsx"), ReadingOptions())
    same = workbook.frame.select(pl.col("^.*__raw$").name.map(lambda name: name.removesuffix("__raw")))
    same.write_parquet(tmp_path / "a.parquet")
    parquet = open_parquet(tmp_path / "a.parquet", "children")
    both: list[Opened] = [workbook, parquet]
    first, second = (pl.concat(opened.batches(2)).select(pl.exclude("sheet", "row")) for opened in both)
    assert second["ethnicity__cell"].equals(second["ethnicity__raw"], check_names=False)  # codes would be named there
    assert first.equals(second.drop("ethnicity__cell"))
    wanted = pl.Series([2, 0])
    assert [opened.rows(wanted, {"full_name"})["full_name__raw"].to_list() for opened in both] == [
        ["Giàng A Sơn", "Nguyễn Văn Minh"]
    ] * 2
    assert [opened.keeps_raw for opened in both] == [True, False]


def test_batches_are_no_longer_than_asked_for(tmp_path: Path) -> None:
    workbook = read(books.children(tmp_path / "a.xlsx", books.PERSONS * 5), ReadingOptions())
    assert [batch.height for batch in workbook.batches(4)] == [4, 4, 4, 3]


def test_persons_are_what_is_left_of_the_rows() -> None:
    sheet = SheetRead(
        name="a", header_row=1, header_rows=1, first_row=2, last_row=9, rows_read=8, rows_skipped=((9, "x"),)
    )
    assert sheet.persons == 7
