"""A column is read once per distinct cell, and no shortcut changes what is read."""

from concurrent.futures import ThreadPoolExecutor

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.cleaning import column
from sosach.cleaning.column import CELL, Memory, Reading, read_column
from sosach.people import name, sex
from sosach.text.cells import TCVN3_FONT

NAMES = st.sampled_from(
    [None, "Lê Thị Lan", "LÊ THỊ LAN", " lê  lan", "Bé gái", "Lan 2", "Lê Lan (mất)", "chưa có", ""]
)

BY_TIDY = Reading(read=name.read, tidy=name.tidy(pl.col(CELL)), good=name.STATES)
ALL_READ = Reading(read=name.read)


def column_of(cells: list[str | None]) -> pl.Series:
    return pl.Series(CELL, cells, dtype=pl.String)


@given(st.lists(NAMES, max_size=12))
def test_tidy_cells_need_no_reading(cells: list[str | None]) -> None:
    quick, slow = read_column(column_of(cells), BY_TIDY), read_column(column_of(cells), ALL_READ)
    shared = ["value", "state", "note", "suggestion"]
    assert quick.select(shared).equals(slow.select(shared))


def test_what_a_reader_tells_is_there_even_where_no_cell_needed_reading() -> None:
    told = read_column(column_of(["Lê Lan", None]), BY_TIDY)
    assert {"value", "state", "note", "suggestion"} <= set(told.columns)
    assert told["note"].to_list() == [None, None]


def test_columns_are_the_same_whether_or_not_any_cell_needed_reading() -> None:
    tidy, untidy = (read_column(column_of([cell, None]), BY_TIDY) for cell in ("Lê Lan", "LÊ LAN"))
    assert {name: untidy.schema[name] for name in tidy.columns} == dict(tidy.schema)


@settings(max_examples=30)
@given(st.lists(NAMES, max_size=6))
def test_neighbours_do_not_change_what_is_read(cells: list[str | None]) -> None:
    alone = [read_column(column_of([cell]), BY_TIDY)["value"].item() for cell in cells]
    assert read_column(column_of(cells), BY_TIDY)["value"].to_list() == alone


@pytest.mark.parametrize("how", [BY_TIDY, ALL_READ, Reading(read=sex.read, memory=Memory()), Reading()])
@pytest.mark.parametrize("cells", [[], [None], [None, None]])
def test_column_of_nothing(how: Reading, cells: list[None]) -> None:
    told = read_column(column_of(cells), how)
    assert told["value"].to_list() == cells


def test_readers_see_plain_text_and_what_it_came_from_is_told() -> None:
    asked: list[str] = []

    def reader(cells: pl.Series) -> pl.DataFrame:
        asked.extend(cells)
        return pl.DataFrame({"value": cells})

    cells = ["Nga\u0302n\u200b", TCVN3_FONT + "NguyÔn", "Ngân", " Ngân"]
    told = read_column(column_of(cells), Reading(read=reader))
    assert told["value"].to_list() == ["Ngân", "Nguyễn", "Ngân", "Ngân"]
    assert asked == ["Ngân", "Nguyễn"]  # one text in three spellings is one question
    assert told["invisible"].to_list() == [True, False, False, False]
    assert told["charset"].to_list() == [None, "tcvn3", None, None]


def test_every_distinct_cell_is_read_once() -> None:
    asked: list[str] = []

    def reader(cells: pl.Series) -> pl.DataFrame:
        asked.extend(cells)
        return pl.DataFrame({"value": cells.str.to_uppercase()})

    told = read_column(column_of(["b", "a", "b", None, "a"]), Reading(read=reader))
    assert told["value"].to_list() == ["B", "A", "B", None, "A"]
    assert sorted(asked) == ["a", "b"]


@given(st.lists(st.lists(st.sampled_from([None, "Nam", "nữ", "Trai", "x", "1", "gái"]), max_size=6), max_size=5))
def test_a_memory_never_changes_an_answer(batches: list[list[str | None]]) -> None:
    remembering = Reading(read=sex.read, memory=Memory())
    for cells in batches:
        fresh = read_column(column_of(cells), Reading(read=sex.read))
        assert read_column(column_of(cells), remembering).equals(fresh)


def test_a_full_memory_answers_all_the_same(monkeypatch) -> None:
    monkeypatch.setattr(column, "REMEMBERED", 2)
    remembering = Reading(read=sex.read, memory=Memory())
    for cells in (["Nam", "Nữ"], ["Trai", "Gái", "nam"], ["Nữ", "gái"]):
        told = read_column(column_of(cells), remembering)
        assert told["value"].to_list() == sex.read(column_of(cells))["value"].to_list()


def test_a_memory_reads_no_cell_again() -> None:
    asked: list[str] = []

    def reader(cells: pl.Series) -> pl.DataFrame:
        asked.extend(cells)
        return sex.read(cells)

    remembering = Reading(read=reader, memory=Memory())
    for cells in (["Nam", "Nữ"], ["Nữ", "Nam", None], ["Nam", "x"]):
        read_column(column_of(cells), remembering)
    assert asked == ["Nam", "Nữ", "x"]


def test_batches_that_ask_a_memory_at_once_all_get_their_answers() -> None:
    remembering = Reading(read=name.read, memory=Memory())
    batches = [column_of([f"LÊ THỊ {'ABCDEGHI'[(i * k) % 8]}" for i in range(100)]) for k in range(1, 17)]
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda batch: read_column(batch, remembering), batches))
    for answer, batch in zip(told, batches, strict=True):
        assert answer.equals(read_column(batch, ALL_READ), null_equal=True)


def test_plain_text_is_the_value_of_a_kind_without_reader() -> None:
    assert read_column(column_of(["  a\u00a0b ", None, " "]), Reading())["value"].to_list() == ["a b", None, None]
