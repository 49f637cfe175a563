"""The one table of weights, read from `weights.toml` beside this file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

Weights = Mapping[str, Mapping[str, float]]


@cache
def weights() -> Weights:
    """Bits by fact and level."""
    text = resources.files("sosach.linkage").joinpath("weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
