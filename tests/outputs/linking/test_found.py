"""Who stands alone can be asked for by the reason."""

import polars as pl

from sosach.outputs.linking.found import Alone

ALONE = Alone(
    pl.Series([4, 5, 6]), pl.Series(["new", None, "double"]), pl.Series([None, None, 1], dtype=pl.UInt32)
)  # fmt: skip


def test_those_of_a_reason_and_all_others_are_everybody():
    assert ALONE.of("new").positions.to_list() == [4]
    assert ALONE.without("new").positions.to_list() == [5, 6]
    assert ALONE.without("new").first.to_list() == [None, 1]


def test_reason_that_nobody_has():
    assert ALONE.of("overdue").positions.is_empty()
    assert ALONE.without("overdue").positions.len() == 3
