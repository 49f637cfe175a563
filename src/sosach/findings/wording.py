"""How values are printed in sentences: dates as dd/mm/yyyy, sex as nam or nữ, the State's codes by their names.

Conventions of printing: quoted texts of cells are cut at forty characters, what cannot be seen is shown as `␣`.
"""

import polars as pl

from sosach.dates.partial import shown as shown_date
from sosach.refdata.benefits import benefits
from sosach.refdata.ethnicities import ethnicity_names
from sosach.registers.field import Field, Kind

QUOTED = 40

SEX_WORDS = {"male": "nam", "female": "nữ"}
STATUS_WORDS = {
    "managed": "đang quản lý",
    "moved": "chuyển đi",
    "deceased": "đã mất",
    "aged_out": "đủ 16 tuổi",
    "other": "khác",
    "active": "đang hưởng",
    "suspended": "tạm dừng",
    "stopped": "thôi hưởng",
    "none": "không",
    "poor": "hộ nghèo",
    "near_poor": "hộ cận nghèo",
}

SENSITIVE = "nhóm đối tượng"

# Whatever is not seen or looks like a space and is none.
_INVISIBLE = r"[[\p{C}\p{Z}]--[ ]]"


def quoted(text: pl.Expr) -> pl.Expr:
    """A cell's text as it may stand between quotation marks."""
    seen = text.str.replace_all(_INVISIBLE, "␣")
    return pl.when(seen.str.len_chars() > QUOTED).then(seen.str.head(QUOTED - 1) + "…").otherwise(seen)


def shown(value: pl.Expr, kind: Kind) -> pl.Expr:
    """A cleaned value as people read it; a value in no list stays as it is."""
    if kind is Kind.DATE:
        return shown_date(value)
    words = _words(kind)
    return value if words is None else value.replace(words)


def shown_field(field: Field) -> pl.Expr:
    """The field's cleaned value as people read it."""
    return shown(pl.col(field.name), field.kind)


def category_words() -> dict[str, str]:
    """The categories of assistance as sentences name them: one whose name tells of a disease is not named."""
    return {key: SENSITIVE if benefit.sensitive else benefit.label for key, benefit in benefits().items()}


def _words(kind: Kind) -> dict[str, str] | None:
    if kind is Kind.SEX:
        return SEX_WORDS
    if kind in (Kind.STATUS, Kind.BENEFIT_STATUS, Kind.POVERTY):
        return STATUS_WORDS
    if kind is Kind.ETHNICITY:
        return dict(ethnicity_names())
    if kind is Kind.CATEGORY:
        return category_words()
    return None
