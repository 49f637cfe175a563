"""Where two values differ, letter by letter: what is marked on the page with lines, not with colour alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_FIRST, _LAST, _DOT = 3, 2, "•"
_MOST = 4  # of the hidden digits are shown because they differ; where more do, it is another number: ask for it


@dataclass(frozen=True, slots=True)
class Part:
    """A run of letters."""

    text: str
    differs: bool


def parts(old: str, new: str) -> tuple[list[Part], list[Part]]:
    """Both values in runs of letters that are the same and that differ."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return list(_runs(old, ((tag, a, b) for tag, a, b, _, _ in steps))), list(
        _runs(new, ((tag, a, b) for tag, _, _, a, b in steps))
    )


def _runs(text: str, steps: Iterator[tuple[str, int, int]]) -> Iterator[Part]:
    for tag, start, end in steps:
        if start < end:
            yield Part(text[start:end], tag != "equal")


def hidden_middle(runs: list[Part]) -> list[Part]:
    """A number in runs, with the digits hidden that are neither its first three nor its last two and do not differ.

    Where so many differ that the whole number would be told, those are hidden too: for a whole number one asks, and the
    log says so.
    """
    length, place, told = sum(len(run.text) for run in runs), 0, []
    ends = {*range(_FIRST), *range(length - _LAST, length)}
    differing = {at for at, differs in enumerate(run.differs for run in runs for _ in run.text) if differs}
    seen = ends | differing if len(differing - ends) <= _MOST else ends
    for run in runs:
        kept = "".join(letter if place + i in seen else _DOT for i, letter in enumerate(run.text))
        told.append(Part(kept, run.differs))
        place += len(run.text)
    return told
