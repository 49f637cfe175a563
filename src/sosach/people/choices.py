"""How several possibilities are put into a sentence."""

from collections.abc import Iterable


def either_of(names: Iterable[str]) -> str:
    """The names as a choice.

    >>> either_of(["Thổ", "Tày", "Khơ-me"])
    'Thổ, Tày hoặc Khơ-me'
    """
    *first, last = dict.fromkeys(names)
    return f"{', '.join(first)} hoặc {last}" if first else last
