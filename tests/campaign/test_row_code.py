"""Codes of rows: nobody else can make one, and none can be moved."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sosach.campaign.row_code import SEAL_LENGTH, RowCode, make, parse, verify
from sosach.forms.form import comparable

KEY = bytes(range(32))
FACTS = ("Nguyễn Bảo An", "14/03/2019", "Nữ", "Kinh", "", "Nguyễn Văn Mẫu", "Trần Thị Mẫu", "Bến Cỏ")

keys = st.binary(min_size=16, max_size=40)
batches = st.builds("{}-{:02}".format, st.sampled_from(["TE", "BT", "RS"]), st.integers(1, 9999))
rows = st.integers(1, 20_000)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
facts_of_rows = st.lists(texts, min_size=1, max_size=9)


def seal_of(code: str) -> RowCode:
    found = parse(code)
    assert found is not None
    return found


def test_a_code_tells_batch_and_row_and_carries_eight_characters_of_seal() -> None:
    code = seal_of(make(KEY, "TE-02", 7, FACTS))
    assert (code.batch, code.row, len(code.seal)) == ("TE-02", 7, SEAL_LENGTH)
    assert not set(code.seal) & set("ILOU")


@given(keys, batches, rows, facts_of_rows)
def test_what_was_made_is_genuine(key: bytes, batch: str, row: int, facts: list[str]) -> None:
    code = seal_of(make(key, batch, row, facts))
    assert (code.batch, code.row) == (batch, row)
    assert verify(key, code, facts)


@given(batches, rows, rows, facts_of_rows)
def test_a_code_moved_to_another_row_fails(batch: str, row: int, other: int, facts: list[str]) -> None:
    assume(row != other)
    moved = RowCode(batch, other, seal_of(make(KEY, batch, row, facts)).seal)
    assert not verify(KEY, moved, facts)


@given(batches, batches, rows, facts_of_rows)
def test_a_code_moved_to_another_batch_fails(batch: str, other: str, row: int, facts: list[str]) -> None:
    assume(batch != other)
    moved = RowCode(other, row, seal_of(make(KEY, batch, row, facts)).seal)
    assert not verify(KEY, moved, facts)


@given(batches, rows, facts_of_rows, st.data())
def test_a_changed_fact_breaks_the_seal(batch: str, row: int, facts: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(facts) - 1))
    changed = [*facts[:place], data.draw(texts), *facts[place + 1 :]]
    assume([comparable(fact) for fact in changed] != [comparable(fact) for fact in facts])
    assert not verify(KEY, seal_of(make(KEY, batch, row, facts)), changed)


@given(facts_of_rows)
def test_facts_shifted_by_a_column_break_the_seal(facts: list[str]) -> None:
    shifted = ["", *facts[:-1]]
    assume([comparable(fact) for fact in shifted] != [comparable(fact) for fact in facts])
    assert not verify(KEY, seal_of(make(KEY, "TE-02", 1, facts)), shifted)


def test_no_two_neighbouring_facts_run_together() -> None:
    assert not verify(KEY, seal_of(make(KEY, "TE-02", 1, ("Lê An", "Bình"))), ("Lê", "An Bình"))


@given(keys, batches, rows, facts_of_rows)
def test_another_homes_code_fails(key: bytes, batch: str, row: int, facts: list[str]) -> None:
    assume(key != KEY)
    assert not verify(KEY, seal_of(make(key, batch, row, facts)), facts)


@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8))
def test_an_invented_seal_fails(seal: str) -> None:
    assume(str(RowCode("TE-02", 1, seal)) != make(KEY, "TE-02", 1, FACTS))
    assert not verify(KEY, RowCode("TE-02", 1, seal), FACTS)


def test_what_spreadsheets_do_by_themselves_breaks_nothing() -> None:
    code = seal_of(make(KEY, "TE-02", 1, ("Lê  An ", "04/06/2018", "027218700001")))
    assert verify(KEY, code, ("Lê An", "4/6/2018", "27218700001"))


@pytest.mark.parametrize(
    "typed", ["te02-0007-k7qx3m20", "TE02 - 0007 - K7QX3M2O", "TE02–0007–K7QX3M20", "TE020007K7QX3M20"]
)
def test_a_code_retyped_by_hand_is_understood(typed: str) -> None:
    if "-" in typed or "–" in typed:
        assert parse(typed) == RowCode("TE-02", 7, "K7QX3M20")
    else:
        assert parse(typed) is None


@pytest.mark.parametrize(
    "text", ["", "STT", "TE02", "TE02-0007-K7", "TE-2-1", "Tổng cộng: 87 trẻ", "1", "TE02-0007-K7QX3M2Ư"]
)
def test_what_is_no_code_is_none(text: str) -> None:
    assert parse(text) is None


@given(st.text(max_size=40))
def test_any_text_is_answered(text: str) -> None:
    code = parse(text)
    assert code is None or parse(str(code)) == code


@pytest.mark.parametrize(
    ("batch", "row", "key"), [("TE02", 1, KEY), ("TE-02", 0, KEY), ("te-02", 1, KEY), ("TE-02", 1, b"short")]
)
def test_what_cannot_be_a_batch_gets_no_code(batch: str, row: int, key: bytes) -> None:
    with pytest.raises(ValueError, match="no code"):
        make(key, batch, row, FACTS)
