"""What rules about categories of assistance say: the category as the cell has it, and whether its law was checked."""

from datetime import date

import polars as pl

from sosach.findings.wording import QUOTED, category_words, quoted
from sosach.refdata.benefits import benefits
from sosach.rules.context import Context
from sosach.rules.message import UNVERIFIED_NOTE
from sosach.rules.rule import OTHER

# Decree 335/2026/NĐ-CP is in force from this day; its text was not seen, so nothing is sure from then on.
NOT_CHECKED_FROM = date(2026, 10, 5)

_SENSITIVE = sorted(key for key, benefit in benefits().items() if benefit.sensitive)
_NOT_VERIFIED = sorted(key for key, benefit in benefits().items() if not benefit.verified)


def said(suffix: str = "") -> pl.Expr:
    """The category as the cell has it, a long one by its label; one whose name tells of a disease is not named."""
    key, raw = pl.col(f"category{suffix}"), pl.col(f"category__raw{suffix}")
    label = pl.when(key.is_in(_SENSITIVE) | (raw.str.len_chars() > QUOTED)).then(key.replace(category_words()))
    return pl.coalesce(label, quoted(raw))


def unchecked(context: Context, suffix: str = "") -> pl.Expr:
    """The remark that the law was not checked against its text, or nothing."""
    if context.on >= NOT_CHECKED_FROM:
        return pl.lit(UNVERIFIED_NOTE)
    not_verified = pl.col(f"category{suffix}").is_in(_NOT_VERIFIED)
    return pl.when(not_verified).then(pl.lit(UNVERIFIED_NOTE)).otherwise(pl.lit(""))


def is_drawn(suffix: str = "") -> pl.Expr:
    """Whether the benefit is not said to have stopped (never null)."""
    return (pl.col(f"benefit_status{suffix}").cast(pl.String) != "stopped").fill_null(value=True)


def both_drawn() -> pl.Expr:
    """The same of both rows of a pair."""
    return is_drawn() & is_drawn(OTHER)
