"""Sentences are filled as they are written: a template becomes one expression over the rows that a rule has caught."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import polars as pl

from sosach.findings.wording import quoted, shown, shown_field
from sosach.registers.field import RELATIVE_LABELS, relative_of
from sosach.rules.context import Context
from sosach.rules.rule import OTHER, Asked, Rule, Variant, asked

PLACEHOLDER = re.compile(r"\{(\w+)\}")

UNVERIFIED_NOTE = " (căn cứ đang chờ kiểm tra)"

# A placeholder without a value would swallow the whole sentence; rules are tested never to need this.
_UNKNOWN = "…"


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands above the columns: (sheet, field) to heading; empty for files that have field names instead."""

    by_place: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))

    def expr(self, field_name: str, otherwise: str | None) -> pl.Expr:
        """The heading of a field, row by row; `otherwise` where the file has none."""
        here = {sheet: heading for (sheet, name), heading in self.by_place.items() if name == field_name}
        if len(set(here.values())) <= 1:
            return pl.lit(next(iter(here.values()), otherwise), dtype=pl.String)
        return pl.col("sheet").replace_strict(here, default=otherwise, return_dtype=pl.String)


def placeholders(template: str) -> tuple[str, ...]:
    """The words a sentence asks for, in order."""
    return tuple(PLACEHOLDER.findall(template))


def sentence(rule: Rule, variant: Variant, context: Context, headings: Headings) -> pl.Expr:
    """The variant's sentence, filled row by row."""
    template = variant.message
    if rule.unverified and template.endswith("."):
        template = template[:-1] + UNVERIFIED_NOTE + "."
    parts: list[pl.Expr] = []
    for i, piece in enumerate(PLACEHOLDER.split(template)):
        if i % 2:
            parts.append(_word(piece, rule, variant, context, headings).fill_null(_UNKNOWN))
        elif piece:
            parts.append(pl.lit(piece))
    return pl.concat_str(parts)


def _word(name: str, rule: Rule, variant: Variant, context: Context, headings: Headings) -> pl.Expr:
    own = rule.words.get(name)
    if own is not None:
        return asked(own, context).cast(pl.String)
    standard = _STANDARD.get(name)
    if standard is not None:
        return standard(rule, variant, context, headings)
    return shown_field(context.register.by_name[name])


def _value(rule: Rule, *_: object) -> pl.Expr:
    return quoted(pl.col(f"{rule.field}__raw"))


def _column(rule: Rule, _variant: Variant, context: Context, headings: Headings) -> pl.Expr:
    name = rule.field or ""
    return quoted(headings.expr(name, context.register.by_name[name].label))


def _suggestion(rule: Rule, variant: Variant, context: Context, _headings: Headings) -> pl.Expr:
    value = variant.suggestion if variant.suggestion is not None else pl.lit(None, dtype=pl.String)
    kind = context.register.by_name[rule.field].kind if rule.field else None
    return shown(value, kind) if kind else value


def _on(_rule: Rule, _variant: Variant, context: Context, _headings: Headings) -> pl.Expr:
    return pl.lit(context.on.strftime("%d/%m/%Y"))


def _person(_rule: Rule, _variant: Variant, context: Context, _headings: Headings) -> pl.Expr:
    return pl.lit(context.register.person)


def _relative(rule: Rule, *_: object) -> pl.Expr:
    return pl.lit(RELATIVE_LABELS.get(relative_of(rule.field or "") or ""), dtype=pl.String)


def _birth_year(*_: object) -> pl.Expr:
    return pl.col("birth_date").str.head(4)


def _other_at(*_: object) -> pl.Expr:
    """“dòng 45”, or “dòng 45, trang tính “Thôn Bến”” when the other row stands on another sheet."""
    sheet, row = pl.col(f"sheet{OTHER}"), pl.col(f"row{OTHER}").cast(pl.String)
    far = pl.format("dòng {}, trang tính “{}”", row, sheet)
    return pl.when(sheet == pl.col("sheet")).then(pl.format("dòng {}", row)).otherwise(far)


_STANDARD: Mapping[str, Callable[[Rule, Variant, Context, Headings], pl.Expr]] = {
    "value": _value,
    "column": _column,
    "suggestion": _suggestion,
    "on": _on,
    "person": _person,
    "relative": _relative,
    "birth_year": _birth_year,
    "other_at": _other_at,
}

STANDARD_WORDS = frozenset(_STANDARD)


def words_asked(question: Asked, context: Context) -> frozenset[str]:
    """The columns an expression looks at."""
    return frozenset(asked(question, context).meta.root_names())
