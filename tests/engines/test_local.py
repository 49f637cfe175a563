"""One machine, batch by batch: however large the batches are, the same is found."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from sosach.cleaning.frame import Cleaning, typed
from sosach.engines import local, meeting
from sosach.engines.local import Source, checked
from sosach.findings.finding import Group, Severity
from sosach.intake.reading import raw_columns
from sosach.registers.catalogue import registers
from sosach.rules.catalogue import rules_for
from sosach.rules.context import Context
from sosach.rules.evaluate import (
    FOUND_SCHEMA,
    Question,
    findings_of_rows,
    findings_of_several,
    prepared,
    questions,
)
from sosach.rules.message import Headings
from sosach.rules.rule import rule
from tests.rules.made_up import made_up_register, meeting_rows
from tests.rules.tools import raw_frame

ON = date(2026, 6, 18)
CHILDREN = registers()["children"]


CLEANING = Cleaning(register=CHILDREN, on=ON)
REGISTERS = ("children", "beneficiaries", "births")


@cache
def asked_of(register: str) -> tuple[Question, ...]:
    book = registers()[register]
    return questions(rules_for(book), Context(on=ON, register=book), Headings())


@cache
def few_asked_of(register: str) -> tuple[Question, ...]:
    """What is asked of several rows, and a little of single rows."""
    return tuple(q for q in asked_of(register) if q.rule.together or q.rule.field in ("full_name", "sex"))


ASKED = asked_of("children")


@pytest.fixture(scope="module")
def raw() -> pl.DataFrame:
    return made_up_register("children", 150, 7)


def source(raw: pl.DataFrame) -> Source:
    def rows(indices: pl.Series, fields: Collection[str]) -> pl.DataFrame:
        return raw.select(raw_columns(raw.columns, fields))[indices]

    def batches(size: int) -> Iterable[pl.DataFrame]:
        return raw.iter_slices(size) if raw.height else [raw]

    return Source(batches=batches, rows=rows)


def in_order(findings: pl.DataFrame) -> pl.DataFrame:
    return findings.select(FOUND_SCHEMA.keys()).sort("index", "rule", "field", nulls_last=True)


def found(
    raw: pl.DataFrame,
    register: str,
    *,
    batch: int | None = None,
    portion: int | None = None,
    asked: Sequence[Question] | None = None,
) -> pl.DataFrame:
    with pytest.MonkeyPatch.context() as patch:
        if batch:
            patch.setattr(local, "BATCH", batch)
        if portion:
            patch.setattr(local, "GATHERED", portion)
        how = Cleaning(register=registers()[register], on=ON)
        steps = list(checked(source(raw), how, asked or asked_of(register)))
    assert sum(step.frame.height for step in steps if step.frame is not None) == raw.height
    return in_order(pl.concat(step.findings for step in steps))


def found_at_once(raw: pl.DataFrame, register: str, asked: Sequence[Question] | None = None) -> pl.DataFrame:
    """The rules asked of the whole frame, without batches and without an engine."""
    frame = typed(raw, Cleaning(register=registers()[register], on=ON))
    frame, able = prepared(frame, asked or asked_of(register))
    single, several = ([q for q in able if bool(q.rule.together) is about] for about in (False, True))
    return in_order(pl.concat([findings_of_rows(frame, single), findings_of_several(frame, several)]))


def same_in_any_batches(register: str, raw: pl.DataFrame) -> None:
    asked = few_asked_of(register)
    whole = found_at_once(raw, register, asked)
    for batch, portion in ((1, None), (7, 4), (None, None)):
        assert_frame_equal(found(raw, register, batch=batch, portion=portion, asked=asked), whole)


@pytest.mark.parametrize("register", REGISTERS)
@settings(max_examples=4)
@given(st.data())
def test_rows_that_all_share_keys_in_batches_of_any_size(register: str, data: st.DataObject) -> None:
    same_in_any_batches(register, data.draw(meeting_rows(register, most=9)))


@pytest.mark.deep
@pytest.mark.parametrize("register", REGISTERS)
@settings(max_examples=60)
@given(st.data())
def test_many_registers_in_batches_of_any_size(register: str, data: st.DataObject) -> None:
    same_in_any_batches(register, data.draw(meeting_rows(register, most=30)))


@pytest.mark.parametrize("register", REGISTERS)
def test_commune_in_batches_of_any_size(register: str) -> None:
    raw = made_up_register(register, 150, 7)
    whole = found_at_once(raw, register)
    assert whole.height > 15
    for batch, portion in ((50, None), (raw.height - 1, 60), (None, None)):
        assert_frame_equal(found(raw, register, batch=batch, portion=portion), whole)


def test_file_without_a_single_person() -> None:
    assert found(made_up_register("children", 150, 7).clear(), "children").is_empty()


def test_batches_come_in_order(raw: pl.DataFrame, monkeypatch) -> None:
    monkeypatch.setattr(local, "BATCH", 10)
    steps = checked(source(raw), CLEANING, ASKED)
    seen = [step.frame["index"] for step in steps if step.frame is not None]
    assert pl.concat(seen).to_list() == raw["index"].to_list()


def test_a_failure_in_a_batch_reaches_the_caller(raw: pl.DataFrame) -> None:
    def broken(size: int):
        yield raw.head(3)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(checked(Source(batches=broken, rows=lambda _, __: raw), CLEANING, ASKED))


def test_bits_that_meet_by_chance_find_nothing(raw: pl.DataFrame, monkeypatch) -> None:
    """Rows are gathered by 32 bits of their keys; only the keys themselves bring them together."""
    monkeypatch.setattr(meeting, "_BITS", 0x3)
    assert_frame_equal(found(raw, "children", batch=40), found_at_once(raw, "children"))


def test_only_rows_and_columns_that_rules_ask_for_are_fetched_again(raw: pl.DataFrame) -> None:
    fetched: list[pl.DataFrame] = []

    def rows(indices: pl.Series, fields: Collection[str]) -> pl.DataFrame:
        fetched.append(raw.select(raw_columns(raw.columns, fields))[indices])
        return fetched[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local, "BATCH", 40)
        list(checked(Source(batches=raw.iter_slices, rows=rows), CLEANING, ASKED))
    assert len(fetched) == 1
    assert 0 < fetched[0].height < raw.height
    assert "phone__raw" in raw.columns
    assert "phone__raw" not in fetched[0].columns


def test_rows_fetched_again_are_cleaned_beside_the_same_facts(monkeypatch) -> None:
    """The fault of a number is told by sex, year and card of its row, whether or not the rule asks for them."""
    lost = {"personal_id": "27215600001", "sex": "Nam", "birth_date": "5/3/2015", "household_code": "H1"}
    raw = raw_frame([lost, {**lost, "sex": "Nữ"}, lost])
    made = rule(
        "tests.lost_twice",
        label="Thử",
        severity=Severity.WARNING,
        group=Group.OTHER,
        field="personal_id",
        broken=pl.col("personal_id__state") == "lost_zero",
        together=((pl.col("household_code"),),),
        message="Thử.",
        next_step="Xem.",
        reason="Thử.",
    )
    asked = questions([made], Context(on=ON, register=CHILDREN), Headings())
    monkeypatch.setattr(local, "BATCH", 1)
    assert found(raw, "children", asked=asked)["index"].to_list() == [0, 2]


def test_reading_runs_no_further_ahead_than_the_work(raw: pl.DataFrame, monkeypatch) -> None:
    """Memory holds a few batches however many the file has."""
    monkeypatch.setattr(local, "BATCH", 10)
    given = 0

    def batches(size: int) -> Iterator[pl.DataFrame]:
        nonlocal given
        for part in raw.iter_slices(size):
            given += 1
            yield part

    steps = checked(Source(batches=batches, rows=lambda _, __: raw), CLEANING, ASKED)
    next(steps)
    assert given <= local.AT_ONCE + 1
    steps.close()
