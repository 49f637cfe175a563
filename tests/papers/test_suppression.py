"""Small counts are hidden, with what would give them away."""

from hypothesis import given
from hypothesis import strategies as st

from sosach.papers.suppression import HIDDEN_SECOND, HIDDEN_SMALL, hide

TIES = ((0, 1, 2),)


def lines_of(pairs):
    """Lines of a sum and its two parts."""
    return [(one + other, one, other) for one, other in pairs]


def test_a_small_part_takes_the_larger_one_along():
    hidden = hide(lines_of([(4517, 3)]), TIES)
    assert hidden == [{1: HIDDEN_SECOND, 2: HIDDEN_SMALL}]


def test_a_column_in_which_one_cell_is_hidden_loses_a_second_the_least():
    hidden = hide(lines_of([(4517, 3), (1604, 50), (2259, 153)]), TIES)
    assert hidden[1] == {1: HIDDEN_SECOND, 2: HIDDEN_SECOND}
    assert hidden[2] == {}


def test_nought_is_shown():
    assert hide(lines_of([(100, 0), (200, 50)]), TIES) == [{}, {}]


def test_no_lines_no_cells():
    assert hide([], TIES) == []


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_no_small_count_is_shown_and_no_hidden_cell_stands_alone_in_its_sum(pairs):
    lines = lines_of(pairs)
    hidden = hide(lines, TIES)
    for values, cells in zip(lines, hidden, strict=True):
        assert not [value for place, value in enumerate(values) if 0 < value < 5 and place not in cells]
        assert len(cells) != 1
    for place in range(3):
        holding = [number for number, cells in enumerate(hidden) if place in cells]
        others = [v for n, v in enumerate(lines) if n not in holding and v[place] > 0]
        assert len(holding) != 1 or not others
