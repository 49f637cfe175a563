"""How a file writes its values: a new value goes in as the file itself would say it.

The national software knows its own words (“Nam”, “Kinh”, “Đang quản lý”), and its drop-downs take no others; so the
word that the file uses most for a value is used again, and only a value that the file does not have is written with the
word of the list of the State. Dates are dd/mm/yyyy, as precise as they are known.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sosach.dates.partial import shown as shown_date
from sosach.findings.wording import shown
from sosach.refdata.benefits import category_labels
from sosach.refdata.circumstances import circumstance_labels
from sosach.registers.field import Kind
from sosach.registers.register import Register
from sosach.text.cells import MARKS

# Kinds whose values are few, and have words of their own in every file.
_IN_WORDS = frozenset(
    {
        Kind.SEX,
        Kind.ETHNICITY,
        Kind.NATIONALITY,
        Kind.HAMLET,
        Kind.STATUS,
        Kind.BENEFIT_STATUS,
        Kind.POVERTY,
        Kind.CATEGORY,
        Kind.CIRCUMSTANCE,
    }
)
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_MARKED = "^[" + "".join(MARKS) + "]"
_MOSTLY = 0.8  # share of names in capitals from which a new one is written so


@dataclass(frozen=True, slots=True)
class FileWords:
    """The words of one file."""

    kinds: Mapping[str, Kind]
    words: Mapping[str, Mapping[str, str]]  # by field, by value
    capitals: frozenset[str]  # fields whose names stand in capitals

    def written(self, field: str, value: str | None) -> str:
        """The value as this file writes it; empty for None."""
        if value is None:
            return ""
        known = self.words.get(field, {}).get(value)
        if known is not None:
            return known
        kind = self.kinds[field]
        text = _of_the_state(value, kind)
        return text.upper() if field in self.capitals else text


def file_words(typed: pl.DataFrame, register: Register) -> FileWords:
    """Learns the words of a file.

    Args:
        typed: its typed frame: for every field `f` the cleaned `f` and what is shown, `f__raw`.
        register: whose fields they are.
    """
    kinds = {field.name: field.kind for field in register.fields}
    have = [name for name in kinds if name in typed.columns and f"{name}__raw" in typed.columns]
    words = {name: _words(typed, name) for name in have if kinds[name] in _IN_WORDS}
    capitals = frozenset(name for name in have if kinds[name] is Kind.NAME and _in_capitals(typed[f"{name}__raw"]))
    return FileWords(kinds, words, capitals)


def _words(typed: pl.DataFrame, name: str) -> Mapping[str, str]:
    """The text that stands most often for each value; of two as frequent, the first by letters."""
    value, raw = pl.col(name), pl.col(f"{name}__raw")
    plain = raw.str.strip_chars() == raw
    legacy = f"{name}__legacy"
    readable = pl.col(legacy).is_null() if legacy in typed.columns else pl.lit(value=True)
    told = typed.filter(value.is_not_null() & plain & ~raw.str.contains(_MARKED) & readable)
    counted = told.group_by(value.alias("value"), raw.alias("raw")).len().sort(["len", "raw"], descending=[True, False])
    best = counted.unique("value", keep="first", maintain_order=True)
    return dict(zip(best["value"].cast(pl.String), best["raw"], strict=True))


def _in_capitals(raw: pl.Series) -> bool:
    told = raw.drop_nulls()
    if told.is_empty():
        return False
    same = told.to_frame("raw").select((pl.col("raw") == pl.col("raw").str.to_uppercase()).mean()).item()
    return float(same) >= _MOSTLY


def _of_the_state(value: str, kind: Kind) -> str:
    if kind is Kind.DATE:
        if not _DATE.fullmatch(value):
            return value  # what stands there is no date, and is shown as it stands
        return str(pl.select(shown_date(pl.lit(value))).item())
    if kind is Kind.CATEGORY:
        return category_labels().get(value, value)
    if kind is Kind.CIRCUMSTANCE:
        return circumstance_labels().get(value, value)
    if kind not in _IN_WORDS or kind in (Kind.NATIONALITY, Kind.HAMLET):
        return value
    word = str(pl.select(shown(pl.lit(value), kind)).item())
    return word[:1].upper() + word[1:]
