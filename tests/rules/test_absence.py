import polars as pl
import pytest

from sosach.rules.absence import missing, sentences, uncalculated


@pytest.mark.parametrize(
    ("value", "state", "told"), [(None, None, True), ("Nam", "good", False), (None, "unreadable", False)]
)
def test_neither_value_nor_fault(value, state, told):
    frame = pl.DataFrame({"sex": [value], "sex__state": [state]}, schema={"sex": pl.String, "sex__state": pl.String})
    assert frame.select(missing("sex")).item() is told


def test_sentences_for_signs_that_hold_the_place_and_for_the_empty_cell():
    held, empty = sentences("sex", "Chưa ghi giới tính", ".")
    assert held.message == "Chưa ghi giới tính: ô “{column}” chỉ ghi “{value}”."
    assert empty.message == "Chưa ghi giới tính: ô “{column}” để trống."


def test_formula_that_was_never_calculated_has_no_text_to_quote():
    assert "{value}" not in uncalculated("sex").message
