"""How an office writes down facts: tidy cells, one for every field, before anything happens to them.

A cell is a string as in `text/cells.py`. The national software writes everything as text, dates as dd/mm/yyyy.
"""

import polars as pl

from sosach.refdata.benefits import category_labels
from sosach.refdata.circumstances import circumstance_labels
from sosach.refdata.ethnicities import ethnicity_names
from sosach.registers.catalogue import registers
from sosach.registers.field import Field, Kind

# A number kept with all its digits but shown as 2.72E+10; a mark in front, as those of `text/cells.py`.
SCIENTIFIC = "\ue00f"

# A list with one column for boys and one for girls: the date of birth stands in the one that is right.
SEX_BY_COLUMN = "sex by column"
BOTH_SEXES = "Nam, Nữ"

_WORDS = {
    Kind.SEX: {"male": "Nam", "female": "Nữ"},
    Kind.STATUS: {"managed": "Đang quản lý"},
    Kind.BENEFIT_STATUS: {"active": "Đang hưởng"},
    Kind.POVERTY: {"none": "Không", "poor": "Hộ nghèo", "near_poor": "Hộ cận nghèo"},
}

# What offices write instead of the name of the category, with the degree and the age that the decision names.
_CATEGORIES = {
    ("5.6", "Nặng"): "Người khuyết tật nặng",
    ("5.6", "Đặc biệt nặng"): "Người khuyết tật đặc biệt nặng",
    ("pension", None): "Hưởng trợ cấp hưu trí xã hội (từ đủ 75 tuổi)",
}


def written(truth: pl.DataFrame, register: str) -> pl.DataFrame:
    """The cells of a register, one column per field.

    Args:
        truth: facts with the register's fields, values as in records.parquet.
        register: its name.
    """
    return truth.select(_cell(field).alias(field.name) for field in registers()[register].fields)


def _cell(field: Field) -> pl.Expr:
    value = pl.col(field.name)
    if field.kind is Kind.DATE:
        return written_date(value)
    if field.kind is Kind.ETHNICITY:
        return value.replace(dict(ethnicity_names()))
    if field.kind is Kind.CIRCUMSTANCE:
        return value.replace(circumstance_labels())
    if field.kind is Kind.CATEGORY:
        return _category(value)
    return value.replace(_WORDS[field.kind]) if field.kind in _WORDS else value


def written_date(iso: pl.Expr) -> pl.Expr:
    """16/08/2015, 08/2015 or 2015."""
    return iso.str.split("-").list.reverse().list.join("/")


def _category(key: pl.Expr) -> pl.Expr:
    label = key.replace(dict(category_labels()))
    for (category, degree), words in _CATEGORIES.items():
        same = pl.lit(value=True) if degree is None else pl.col("disability_degree") == degree
        label = pl.when((key == category) & same).then(pl.lit(words)).otherwise(label)
    return label
