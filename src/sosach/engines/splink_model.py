"""A trained model: the weights that were learnt, in the form of `weights.toml`, and the file that keeps them.

The file is JSON in UTF-8, version 1:

    {"format": "sosach-link-model", "version": 1,
     "trained": {"left": 200000, "right": 200000, "seed": 1979, "splink": "5.0.0", "duckdb": "2.0.1"},
     "facts": {"birth_date": {"same": {"bits": 11.52, "m": 0.931, "u": 0.000317}, "partial": {"bits": 3.5}, ...}, ...}}

`bits` is what the level tells, as in `weights.toml` (the weights of a name are what is added to its rarity); `m` and
`u` are the shares of pairs of one person and of pairs of two persons at this level. A level without `m` and `u` was not
seen often enough to be learnt: its weight is that of `weights.toml`. Facts that a model does not know have the weights
of `weights.toml` altogether.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sosach.findings.notices import refused
from sosach.linkage.weights import Weights

FORMAT, VERSION = "sosach-link-model", 1


@dataclass(frozen=True, slots=True)
class Level:
    """What one level tells."""

    bits: float
    m: float | None = None  # share of pairs of one person at this level
    u: float | None = None  # share of pairs of two persons at this level


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model."""

    facts: Mapping[str, Mapping[str, Level]]
    trained: Mapping[str, int | str]  # rows, seed and versions that it was made with


def to_json(model: Model) -> str:
    """The model as text; the same model is the same text."""
    facts = {
        fact: {name: {k: v for k, v in (("bits", level.bits), ("m", level.m), ("u", level.u)) if v is not None}
               for name, level in levels.items()}
        for fact, levels in model.facts.items()
    }  # fmt: skip
    head = {"format": FORMAT, "version": VERSION, "trained": dict(model.trained), "facts": facts}
    return json.dumps(head, ensure_ascii=False, indent=1) + "\n"


def load(path: Path, weights: Weights) -> Model:
    """A model that was saved.

    Args:
        path: the file.
        weights: the built-in table; facts and levels of the model must be among its own.

    Raises:
        Refused: the file is no model, is one of another version, or speaks of facts and levels that are not known.
    """
    try:
        return _model(json.loads(path.read_text(encoding="utf-8")), weights)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise refused("model_unusable", file=path.name) from error


def weights_of(model: Model, weights: Weights) -> Weights:
    """The table of weights with what the model has learnt in the place of what was written down."""
    learnt = {fact: {name: level.bits for name, level in levels.items()} for fact, levels in model.facts.items()}
    return {fact: {**table, **learnt.get(fact, {})} for fact, table in weights.items()}


def _model(read: dict[str, object], weights: Weights) -> Model:
    if (read["format"], read["version"]) != (FORMAT, VERSION):
        raise ValueError(read["version"])
    facts = read["facts"]
    if not isinstance(facts, dict) or not isinstance(read["trained"], dict):
        raise TypeError(facts)
    made = {fact: {name: _level(level) for name, level in levels.items()} for fact, levels in facts.items()}
    if any(name not in weights[fact] for fact, levels in made.items() for name in levels):
        raise KeyError(facts)
    return Model(made, read["trained"])


def _level(read: dict[str, object]) -> Level:
    bits, m, u = (read.get(name) for name in ("bits", "m", "u"))
    if not isinstance(bits, int | float) or not all(
        share is None or isinstance(share, int | float) for share in (m, u)
    ):
        raise TypeError(read)
    return Level(float(bits), None if m is None else float(m), None if u is None else float(u))  # type: ignore[arg-type]
