"""Small counts that must not be seen outside the commune, and what would give them away.

A cell of 1 to 4 is “<5”. With it goes a second cell of the same sum, and, since the total is shown, a second one of the
same column: both are “*”. Source: the practice of statistical offices (primary and secondary suppression).
"""

from collections.abc import Sequence

SMALL = 5
HIDDEN_SMALL, HIDDEN_SECOND = "<5", "*"

Values = tuple[int | None, ...]
Tie = tuple[int, ...]  # columns; the first is the sum of the others


def hide(lines: Sequence[Values], ties: Sequence[Tie]) -> list[dict[int, str]]:
    """Which cells of each line are hidden, and what stands there instead.

    Args:
        lines: figures under a total that is shown; None: no count.
        ties: the columns of which one is the sum of the others.
    """
    hidden = [_small(values) for values in lines]
    columns = range(len(lines[0])) if lines else range(0)
    before: list[dict[int, str]] = []
    while hidden != before:
        before = [dict(one) for one in hidden]
        for values, one in zip(lines, hidden, strict=True):
            _hide_in_row(values, one, ties)
        for place in columns:
            _hide_in_column(lines, hidden, place)
    return hidden


def _small(values: Values) -> dict[int, str]:
    return {place: HIDDEN_SMALL for place, value in enumerate(values) if value is not None and 0 < value < SMALL}


def _hide_in_row(values: Values, hidden: dict[int, str], ties: Sequence[Tie]) -> None:
    """A second cell of a sum: of its parts the larger, so that the least is lost."""
    for tied in ties:
        if sum(place in hidden for place in tied) == 1:
            rest = [place for place in tied[1:] if place not in hidden] or [tied[0]]
            hidden[max(rest, key=lambda place: values[place] or 0)] = HIDDEN_SECOND


def _hide_in_column(lines: Sequence[Values], hidden: list[dict[int, str]], place: int) -> None:
    """A second cell of a column: the least that is not nothing."""
    if sum(place in one for one in hidden) != 1:
        return
    others = [number for number, one in enumerate(hidden) if place not in one and (lines[number][place] or 0) > 0]
    if others:
        hidden[min(others, key=lambda number: lines[number][place] or 0)][place] = HIDDEN_SECOND
