"""Pairs of texts that others have published: what goes in and what should come out."""

import pytest

from tests.text.names import DATA, rows

PAIRS = rows(DATA / "tone_normalisation_pairs.csv")


def pairs(*kinds: str) -> list:
    """The pairs of these kinds, named by their line in the file."""
    return [
        pytest.param(p["input"], p["expected"], id=f"line-{i}") for i, p in enumerate(PAIRS, 2) if p["kind"] in kinds
    ]
