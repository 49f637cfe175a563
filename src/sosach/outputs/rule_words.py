"""What people call a rule, and the step it asks for; a code that no rule has is its own name."""

from collections.abc import Mapping
from functools import cache

import polars as pl

from sosach.rules.catalogue import rules
from sosach.rules.rule import Rule


@cache
def rules_by_code() -> Mapping[str, Rule]:
    """All rules by code; rules of several fields share one code and its words."""
    return {rule.code: rule for rule in rules()}


def label(code: pl.Expr) -> pl.Expr:
    """The rule's label."""
    return code.replace({c: rule.label for c, rule in rules_by_code().items()})


def next_step(code: pl.Expr) -> pl.Expr:
    """The rule's next step; null for a code that no rule has."""
    steps = {c: rule.next_step for c, rule in rules_by_code().items()}
    return code.replace_strict(steps, default=None, return_dtype=pl.String)
