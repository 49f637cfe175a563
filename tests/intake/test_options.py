"""The limits of a reading."""

from sosach.intake.options import Limits, ReadingOptions


def test_limits_are_those_that_are_stated() -> None:
    limits = ReadingOptions().limits
    assert (limits.parts, limits.columns, limits.cells, limits.cell_letters) == (2_000, 200, 20_000_000, 32_767)
    assert limits.total_bytes >= limits.part_bytes


def test_limits_can_be_lowered() -> None:
    assert ReadingOptions(limits=Limits(cells=5)).limits.cells == 5
