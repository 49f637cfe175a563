"""The groups of children in special circumstances.

Law on Children 102/2016/QH13 Art. 10(1); Decree 56/2017/NĐ-CP Arts 3-16.

The points carry the letters of the Vietnamese alphabet as laws use them: after d comes đ, there is no f, j, w or z.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sosach.refdata._table import table, yes


@dataclass(frozen=True, slots=True)
class Circumstance:
    """A group of the law, or one of its sub-groups in the decree."""

    key: str  # "d" or "d.1"
    label: str
    article: str
    sensitive: bool  # not for collaborators, never on printed lists of a hamlet
    wordings: tuple[str, ...]  # other ways of writing it


@cache
def circumstances() -> Mapping[str, Circumstance]:
    """All groups and sub-groups by key, in the order of the law."""
    return MappingProxyType({found.key: found for found in map(_circumstance, table("circumstances").records())})


def _circumstance(record: dict[str, str]) -> Circumstance:
    number = record["number"]
    return Circumstance(
        key=f"{record['letter']}.{number}" if number else record["letter"],
        label=record["label"],
        article=record["article"],
        sensitive=yes(record["sensitive"]),
        wordings=tuple(filter(None, record["also"].split(" | "))),
    )


def circumstance_labels() -> Mapping[str, str]:
    """The printed label of every key."""
    return {key: found.label for key, found in circumstances().items()}
