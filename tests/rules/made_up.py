"""Made-up registers as raw frames: a commune with every kind of harm done to it, and rows that meet at every key."""

from datetime import date
from functools import cache

import polars as pl
from hypothesis import strategies as st

from sosach.population.injured import injured
from sosach.population.population import population
from sosach.population.writing import SCIENTIFIC
from sosach.registers.catalogue import registers
from sosach.text.cells import NUMBER
from tests.rules.tools import Cell, raw_frame

ON = date(2026, 6, 18)


@cache
def made_up_register(register: str, size: int, seed: int) -> pl.DataFrame:
    """The register of a commune with about so many children, untidy and injured."""
    fields = tuple(registers()[register].by_name)
    truth = population(size, seed, ON).of(register)
    people = injured(truth, register, seed, fields).cells.select(pl.col(fields).str.replace(SCIENTIFIC, NUMBER))
    return raw_frame([{k: v for k, v in row.items() if v is not None} for row in people.to_dicts()])


FIRST = 27_215_600_001

# Few values for each field, some of them slips and other ways of writing the same.
FEW: dict[str, list[Cell]] = {
    "record_code": [None, "TE1", "TE2", "-"],
    "full_name": ["Lê Văn An", "LÊ VĂN AN", "Lê Văn Ân", "Lê Văn An 2", "Lê Thị Lan", "Bé gái", None],
    "birth_date": ["5/3/2015", "05-03-2015", "6/3/2015", "5/9/2015", "2015", None],
    "sex": ["Nam", "Nữ", None],
    "personal_id": [None, "027215600001", FIRST, "027 215 600 002", "027315600003", "027115600009"],
    "hamlet": ["Bãi Dâu", "Thôn Bãi Dâu", "Gò Me", None],
    "household_code": ["H1", "H2", None],
    "mother_name": ["Vũ Thị Lan", "Vũ Thị Lân", "Lý Thị Tơ", None],
    "mother_birth_year": ["1990", None],
    "mother_personal_id": [None, "027190600001", "027190600002"],
    "father_name": ["Lê Văn Tý", None],
    "category": [None, "Người khuyết tật nặng", "Hưởng trợ cấp hưu trí xã hội (từ đủ 75 tuổi)", "5.6", "5.4"],
    "decision_no": [None, "12/QĐ-UBND", "13/QĐ-UBND"],
    "benefit_status": [None, "Đang hưởng", "Thôi hưởng"],
}


def meeting_rows(register: str, most: int = 14) -> st.SearchStrategy[pl.DataFrame]:
    """Raw frames of rows that share keys with one another wherever rules lay rows side by side.

    In some of them a stretch of rows has numbers that grow by one, and the rows stand on two sheets.
    """
    fields = [name for name in registers()[register].by_name if name in FEW]
    row = st.fixed_dictionaries({name: st.sampled_from(FEW[name]) for name in fields})
    rows = st.lists(row, min_size=2, max_size=most)
    return st.builds(_frame, rows, pulled=st.integers(0, 7), cut=st.integers(0, most))


def _frame(rows: list[dict[str, Cell]], pulled: int, cut: int) -> pl.DataFrame:
    series = [{**row, "personal_id": f"{FIRST + i:012}"} for i, row in enumerate(rows[:pulled])]
    sheets = ["Thôn Bãi Dâu"] * cut + ["Thôn Gò Me"] * len(rows)
    return raw_frame([*series, *rows[pulled:]], sheets[: len(rows)])
