"""The marks of a template that an office has made: parts of the paper, and figures by name within its own sentences.

`{{body}}` alone in a paragraph is a part; `{{children.cumulative.closing}}` within one is a figure, `{{unit}}` a word.
A mark is looked up, never computed.
"""

import re
from collections.abc import Iterator

from sosach.campaign.days_in_words import short
from sosach.papers.named import Named
from sosach.papers.situation import Situation
from sosach.registers.catalogue import registers

PARTS = ("head", "title", "addressee", "body", "signature")
NEEDED = ("body",)

_MARK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_HALF = re.compile(r"\{\{|\}\}")


class UnknownMarkError(Exception):
    """A mark that means nothing; holds it as written."""


def part_of(text: str) -> str | None:
    """The part that a paragraph stands for; None where it stands for none."""
    found = _MARK.fullmatch(text.strip())
    return found[1] if found and found[1] in PARTS else None


def filled(text: str, situation: Situation) -> str:
    """A text with its marks looked up.

    Raises:
        UnknownMarkError: one of them means nothing, or is half a mark.
    """
    told = _MARK.sub(lambda found: _value(found[1], situation), text)
    if half := _HALF.search(told):
        raise UnknownMarkError(told[max(0, half.start() - 10) : half.end() + 10].strip())
    return told


def names(situation: Situation) -> Iterator[str]:
    """The words that a template may use besides figures."""
    yield from _words(situation)


def _value(name: str, situation: Situation) -> str:
    words = _words(situation)
    if name in words:
        return words[name]
    register, _, figure = name.partition(".")
    if register in registers() and register in situation.figures:
        try:
            return Named(register, situation.figures[register]).counted(figure)
        except (KeyError, StopIteration, TypeError):
            raise UnknownMarkError(name) from None
    raise UnknownMarkError(name or "{{}}")


def _words(situation: Situation) -> dict[str, str]:
    office = situation.office
    return {
        "unit": office.unit,
        "province": office.province,
        "plan": office.plan,
        "from": short(situation.first_day),
        "to": short(situation.cut_off),
        "number": str(situation.figures["number"]),
    }
