"""The linker by name: our own, or Splink for what is large."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import polars as pl

from sosach.engines import splink_links
from sosach.engines.splink_model import load, to_json
from sosach.linkage import duplicates as within
from sosach.linkage import links
from sosach.linkage.plan import Found, Plan
from sosach.linkage.weights import weights


class Engine(StrEnum):
    """Who compares."""

    BUILTIN = "builtin"
    SPLINK = "splink"  # needs the extra `link`


class Comparing(Protocol):
    """A comparison of lists whose persons are known."""

    def __call__(self, *, decided: pl.DataFrame, told: Callable[[Plan], None]) -> Found:
        """The pairs; `decided` and `told` as in `linkage.links` and `linkage.duplicates`."""


@dataclass(frozen=True, slots=True)
class Linker:
    """Compares, and tells by which weights."""

    compare: Comparing
    model: str | None = None  # JSON of the model that was learnt or came along; None: the weights of `linkage`


def between(engine: Engine, left: pl.DataFrame, right: pl.DataFrame, learnt: Path | None = None) -> Linker:
    """The linker of two lists, given by their facts.

    Args:
        engine: who compares.
        left: facts of the first list.
        right: facts of the second one.
        learnt: a model that Splink learnt before; None: it learns from these lists.

    Raises:
        Refused: the engine is not installed, the file is no model, or the lists have nothing in common.
    """
    if engine is Engine.BUILTIN:
        return Linker(lambda *, decided, told: links.linked(left, right, decided=decided, told=told))
    model = load(learnt, weights()) if learnt else splink_links.model_for(left, right)
    return Linker(
        lambda *, decided, told: splink_links.linked(left, right, model, decided=decided, told=told), to_json(model)
    )


def inside(engine: Engine, facts: pl.DataFrame, learnt: Path | None = None) -> Linker:
    """The linker of a list with itself; `learnt` as above, None: the model that comes along.

    Raises:
        Refused: the file is no model.
    """
    if engine is Engine.BUILTIN:
        return Linker(lambda *, decided, told: within.duplicates(facts, decided=decided, told=told))
    # A list against itself has too few pairs of one person to learn from.
    model = load(learnt, weights()) if learnt else splink_links.shipped()
    return Linker(
        lambda *, decided, told: splink_links.duplicates(facts, model, decided=decided, told=told), to_json(model)
    )
