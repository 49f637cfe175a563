"""What people call a rule, and the step it asks for; a code that no rule of the register has is its own name."""

from collections.abc import Mapping
from functools import cache

import polars as pl

from sosach.registers.register import Register
from sosach.rules.catalogue import rules_for
from sosach.rules.rule import Rule


@cache
def rules_by_code(register: Register) -> Mapping[str, Rule]:
    """The rules of a register by code; rules of several fields share one code and its words."""
    return {rule.code: rule for rule in rules_for(register)}


def label(code: pl.Expr, register: Register) -> pl.Expr:
    """The rule's label."""
    return code.replace({c: rule.label for c, rule in rules_by_code(register).items()})


def next_step(code: pl.Expr, register: Register) -> pl.Expr:
    """The rule's next step; null for a code that no rule has."""
    steps = {c: rule.next_step for c, rule in rules_by_code(register).items()}
    return code.replace_strict(steps, default=None, return_dtype=pl.String)
