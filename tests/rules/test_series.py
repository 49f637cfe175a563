import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.rules import series


def _frame(numbers, rows, **more):
    return pl.DataFrame(
        {"sheet": ["Danh sách"] * len(rows), "row": rows, "personal_id": numbers, "personal_id__digits": None, **more},
        schema_overrides={"row": pl.Int64, "personal_id": pl.String, "personal_id__digits": pl.String},
    )


def _keyed(numbers, rows, **more):
    key = pl.concat_str(part.cast(pl.String) for part in series.key("personal_id"))
    return _frame(numbers, rows, **more).with_columns(key.alias("_key")).drop_nulls("_key")


@pytest.mark.parametrize("number", [None, "7", "125", "0272156000011"])
def test_what_is_no_number_belongs_to_no_series(number):
    assert _keyed([number], [5]).height == 0


def test_runs_are_told_by_their_first_and_last_row():
    numbers = [f"{27_215_600_000 + row:012}" for row in (5, 6, 7, 8, 20, 21)]
    frame = _keyed(numbers, [5, 6, 7, 8, 20, 21])
    told = frame.select(*(expr.alias(name) for name, expr in series.words().items())).rows()
    assert told == [(5, 8, 4)] * 4 + [(20, 21, 2)] * 2
    assert frame.select(series.long_enough()).to_series().to_list() == [True] * 4 + [False] * 2


def test_one_value_throughout_the_run_only():
    numbers = [f"{27_215_600_000 + row:012}" for row in (5, 6, 7, 20, 21)]
    frame = _keyed(numbers, [5, 6, 7, 20, 21], home=["H1", "H1", "H1", "H1", "H2"])
    assert frame.select(series.same_throughout("home")).to_series().to_list() == [True] * 3 + [False] * 2


def test_empty_cells_are_never_one_value():
    frame = _keyed(["027215600005", "027215600006"], [5, 6], home=[None, None])
    assert not frame.select(series.same_throughout("home").any()).item()


@given(st.lists(st.integers(2, 60), min_size=1, max_size=30, unique=True))
def test_every_run_is_as_long_as_its_unbroken_rows(rows):
    rows = sorted(rows)
    frame = _keyed([f"{27_215_600_000 + row:012}" for row in rows], rows)
    for row, first, last in zip(
        rows, *(frame.select(series.words()[n]).to_series() for n in ("first_row", "last_row")), strict=True
    ):
        assert first <= row <= last
        assert set(range(first, last + 1)) <= set(rows)
        assert not {first - 1, last + 1} & set(rows)
