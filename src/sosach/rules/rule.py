"""What a rule is: an expression that is true where a record is wrong, and the sentence that explains it.

A rule speaks about a typed frame (see `sosach.cleaning`): for every field `f` the columns `f` (cleaned value) and
`f__raw` (what Excel shows), for most kinds also `f__state`. Null never breaks a rule; only `*_missing` rules speak of
empty cells.

A rule about several rows names the keys by which rows come together. Rows that share a key are laid side by side, the
other row's columns carrying the suffix `__other`, and `broken` is asked of each pair; the same expression serves one
person and a million. A rule about a run of rows sets `run` instead, the least number of rows that must share the key:
its expressions see all such rows, sorted by sheet and row, with the column `_key`, and may use `.over("_key")`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as data_field
from types import MappingProxyType

import polars as pl

from sosach.findings.finding import Certainty, Group, Severity
from sosach.rules.context import Context

OTHER = "__other"

Asked = pl.Expr | Callable[[Context], pl.Expr]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way of saying it; the first whose `when` holds speaks, a variant without `when` always can."""

    message: str  # placeholders in braces: fields, standard words (see `wording`), and the rule's own `words`
    when: pl.Expr | None = None
    severity: Severity | None = None  # where it differs from the rule's
    suggestion: pl.Expr | None = None  # a value as records.parquet would hold it
    certainty: Certainty | None = None  # of the suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that may be wrong."""

    code: str  # the name of its file; for fields of relatives with `<who>_` in front
    label: str  # at most five syllables
    severity: Severity
    group: Group | None  # None only for info
    field: str | None  # the field to be filled or doubted first; None: the row as a whole
    broken: Asked
    variants: tuple[Variant, ...]
    next_step: str
    reason: str  # why, with the source in law or practice, for the rules page
    needs: tuple[str, ...] = ()  # columns without which the rule stays silent (the field's own are understood)
    optional: tuple[str, ...] = ()  # columns that count as empty where the file lacks them
    any_of: tuple[str, ...] = ()  # optional columns of which the file must have at least one
    registers: frozenset[str] | None = None  # None: every register that has the fields
    words: Mapping[str, Asked] = data_field(default_factory=lambda: MappingProxyType({}))
    yields_to: tuple[str, ...] = ()  # codes that silence this rule on the same row (for pairs: on the same pair)
    together: tuple[tuple[Asked, ...], ...] = ()  # keys of one or several parts; a null part brings nothing together
    # Columns made of each row once, for keys and comparisons that would make them again and again; rules share them.
    # One may rest on another that rests on none.
    facts: Mapping[str, Asked] = data_field(default_factory=lambda: MappingProxyType({}))
    run: int = 0
    unverified: bool = False  # the sentence leans on law not yet checked against its text


def asked(question: Asked, context: Context) -> pl.Expr:
    """The expression in these circumstances."""
    return question if isinstance(question, pl.Expr) else question(context)


def rule(
    module: str,
    *,
    message: str | None = None,
    variants: tuple[Variant, ...] = (),
    who: str | None = None,
    **facts: object,
) -> Rule:
    """A rule that is named after its file.

    Args:
        module: `__name__` of the rule's file.
        message: the sentence, for a rule that has only one and suggests nothing.
        variants: the sentences otherwise.
        who: the relative whose field is meant (`father`, ...); stands in front of the code.
        facts: the other fields of `Rule`.
    """
    name = module.rsplit(".", 1)[1]
    code = f"{who}_{name}" if who else name
    spoken = variants or (Variant(message=message or ""),)
    return Rule(code=code, variants=spoken, **facts)  # type: ignore[arg-type]  # checked by the dataclass itself
