"""The sentences about pairs, read from `sentences.toml` beside this file, by fact and by what is said of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import polars as pl

from sosach.linkage.comparing import LEVELS
from sosach.linkage.verdicts import GROUND
from sosach.registers.field import RELATIVE_LABELS

# What is told apart beyond the levels.
_BESIDES = ("missing", "marks", "digit_of_year", "digit_of_month")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What may be said of a fact: sentences by number, null where nothing is said."""

    keys: tuple[str, ...]  # the levels in their order, then what is told apart beyond them
    sentences: pl.Series  # templates with {left}, {right}, {days}
    quoting: tuple[int, ...]  # numbers of those that quote values

    def number(self, key: str) -> int:
        """The number of a sentence."""
        return self.keys.index(key)

    def says(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self.keys and self.sentences[self.number(key)] is not None


@cache
def spoken() -> Mapping[str, Spoken]:
    """The sentences of every compared fact, of common names and of grounds, in the order of speaking."""
    tables = _tables()
    facts = {fact: _spoken(tuple(levels.categories), _of_fact(fact, tables)) for fact, levels in LEVELS.items()}
    name = facts.pop("name")
    common = _spoken(("same",), tables["common"])
    return {"name": name, "common": common, **facts, "ground": _spoken(tuple(GROUND.categories), tables["ground"])}


def _of_fact(fact: str, tables: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """The fact's own table, or the one of its kind with the relative's word filled in."""
    if fact in tables:
        return tables[fact]
    who, _, what = fact.partition("_")
    table = tables[f"relative_{what}" if what else "relative"]
    return {key: sentence.replace("{who}", RELATIVE_LABELS[who]) for key, sentence in table.items()}


def _spoken(levels: tuple[str, ...], table: Mapping[str, str]) -> Spoken:
    keys = (*levels, *_BESIDES)
    sentences = pl.Series([table.get(key) for key in keys], dtype=pl.String)
    quoting = tuple(i for i, sentence in enumerate(sentences) if sentence is not None and "{" in sentence)
    return Spoken(keys, sentences, quoting)


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("sosach.linkage").joinpath("sentences.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
