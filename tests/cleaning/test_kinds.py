"""Every kind of field has its reading."""

from datetime import date

import polars as pl
import pytest

from sosach.cleaning.column import CELL, read_column
from sosach.cleaning.kinds import readings
from sosach.registers.catalogue import registers
from sosach.registers.field import Kind

ON = date(2026, 6, 18)


def test_no_kind_is_forgotten() -> None:
    used = {field.kind for register in registers().values() for field in register.fields}
    assert used <= set(readings(ON)) == set(Kind)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Kind.NAME, "LÊ LAN", "Lê Lan"),
        (Kind.DATE, "5/3/2018", "2018-03-05"),
        (Kind.YEAR, "1990", "1990"),
        (Kind.SEX, "Gái", "female"),
        (Kind.ETHNICITY, "kinh", "01"),
        (Kind.PERSONAL_ID, "027 315 600 001", "027315600001"),
        (Kind.PHONE, "0999 012 345", "0999012345"),
        (Kind.STATUS, "chuyển đi", "moved"),
        (Kind.POVERTY, "hộ nghèo", "poor"),
        (Kind.TEXT, " a  b ", "a b"),
        (Kind.CODE, "TE 01", "TE 01"),
    ],
)
def test_a_cell_of_each_kind(kind: Kind, cell: str, value: str) -> None:
    told = read_column(pl.Series(CELL, [cell]), readings(ON)[kind])
    assert told["value"].to_list() == [value]


def test_two_checks_share_no_memory() -> None:
    assert readings(ON)[Kind.SEX].memory is not readings(ON)[Kind.SEX].memory
