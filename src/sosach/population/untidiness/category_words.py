"""Other wordings of the same categories."""

import polars as pl

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

_OTHERWISE = {
    "Người khuyết tật nặng": "NKT nặng",
    "Người khuyết tật đặc biệt nặng": "Khuyết tật đặc biệt nặng",
    "Hưởng trợ cấp hưu trí xã hội (từ đủ 75 tuổi)": "Trợ cấp hưu trí xã hội",
    "Trẻ em mồ côi cả cha và mẹ": "Mồ côi cả cha và mẹ",
}


def _reworded(category: pl.Expr) -> pl.Expr:
    return category.replace(_OTHERWISE)


UNTIDINESS = untidiness(__name__, Kind.CATEGORY, _reworded, share=0.15)
