"""One machine, batch by batch: however large the batches are, the same is found."""

from collections.abc import Collection
from datetime import date

import polars as pl
import pytest

from sosach.cleaning.frame import Cleaning
from sosach.engines import local
from sosach.engines.local import Source, checked
from sosach.intake.reading import raw_columns
from sosach.population.injured import injured
from sosach.population.population import population
from sosach.registers.catalogue import registers
from sosach.rules.catalogue import rules_for
from sosach.rules.context import Context
from sosach.rules.evaluate import FOUND_SCHEMA, questions
from sosach.rules.message import Headings
from tests.rules.tools import raw_frame

ON = date(2026, 6, 18)
CHILDREN = registers()["children"]
ASKED = questions(rules_for(CHILDREN), Context(on=ON, register=CHILDREN), Headings())


@pytest.fixture(scope="module")
def raw() -> pl.DataFrame:
    truth = population(150, 7, ON).of("children")
    cells = injured(truth, "children", 7, tuple(CHILDREN.by_name)).cells.drop("person", "home")
    return raw_frame([{k: v for k, v in row.items() if v is not None} for row in cells.to_dicts()])


def source(raw: pl.DataFrame) -> Source:
    def rows(indices: pl.Series, fields: Collection[str]) -> pl.DataFrame:
        return raw.select(raw_columns(raw.columns, fields))[indices]

    return Source(batches=raw.iter_slices, rows=rows)


def found(raw: pl.DataFrame) -> pl.DataFrame:
    steps = list(checked(source(raw), Cleaning(register=CHILDREN, on=ON), ASKED))
    assert sum(step.frame.height for step in steps if step.frame is not None) == raw.height
    order = ["index", "rule", "field"]
    return pl.concat(step.findings for step in steps).select(FOUND_SCHEMA.keys()).sort(order, nulls_last=True)


@pytest.mark.parametrize("size", [23, 50, 149])
def test_batches_of_any_size_find_the_same(raw: pl.DataFrame, size: int, monkeypatch) -> None:
    whole = found(raw)
    assert {"row_same_person", "personal_id_shared"} & set(whole["rule"])
    monkeypatch.setattr(local, "BATCH", size)
    assert found(raw).equals(whole, null_equal=True)


def test_rows_one_by_one(raw: pl.DataFrame, monkeypatch) -> None:
    few = raw.head(12)
    whole = found(few)
    monkeypatch.setattr(local, "BATCH", 1)
    assert found(few).equals(whole, null_equal=True)


def test_batches_come_in_order(raw: pl.DataFrame, monkeypatch) -> None:
    monkeypatch.setattr(local, "BATCH", 10)
    steps = checked(source(raw), Cleaning(register=CHILDREN, on=ON), ASKED)
    seen = [step.frame["index"] for step in steps if step.frame is not None]
    assert pl.concat(seen).to_list() == raw["index"].to_list()


def test_a_failure_in_a_batch_reaches_the_caller(raw: pl.DataFrame) -> None:
    def broken(size: int):
        yield raw.head(3)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(checked(Source(batches=broken, rows=lambda _, __: raw), Cleaning(register=CHILDREN, on=ON), ASKED))


def test_bits_that_meet_by_chance_find_nothing(raw: pl.DataFrame, monkeypatch) -> None:
    """Rows are gathered by 32 bits of their keys; only the keys themselves bring them together."""
    whole = found(raw)
    monkeypatch.setattr(local, "BATCH", 40)
    short = local._short
    monkeypatch.setattr(local, "_short", lambda keys: short(keys).with_columns(pl.exclude("index") & 0x3))
    assert found(raw).equals(whole, null_equal=True)
