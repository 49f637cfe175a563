"""Every kind of field has its reading."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.cleaning.column import CELL, read_column
from sosach.cleaning.kinds import readings
from sosach.registers.catalogue import registers
from sosach.registers.field import Kind

ON = date(2026, 6, 18)
READINGS = readings(ON)


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


# Letters, signs and words that stand in the cells of registers.
SIGNS = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằấệốớừỵAĐĂÂÊÔƠƯNTHQ0123456789 .,-/()':;&|_\u00a0\u200b\u0301"),
    max_size=12,
)
WORDS = st.lists(
    st.sampled_from(
        [
            "Nguyễn", "Thị", "Ánh", "Hoà", "hòa", "NGUYỄN", "bé", "gái", "chưa", "có", "Nam", "Nữ", "027215600001",
            "16/08/2015", "2015", "x", "Kinh", "Mường", "Thôn", "Bãi", "Dâu", "0999012345", "12", "mẹ", "(cũ)",
            "NguyÔn", "d.1", "5.6", "hưu", "trí", "hộ", "cận", "nghèo", "đã", "mất", "chuyển", "thôi", "hưởng",
            "DN4279900000001", "125125428", "Việt", "Lào", "GKS", "45/2019",
        ]
    ),
    max_size=5,
).map(" ".join)  # fmt: skip


@settings(max_examples=20)
@given(st.lists(SIGNS | WORDS, min_size=1, max_size=40))
def test_a_value_read_again_is_the_same(cells: list[str]) -> None:
    for kind, how in READINGS.items():
        once = read_column(pl.Series(CELL, cells), how)["value"]
        again = read_column(once.alias(CELL), how)["value"]
        # A code of ethnicity may be of the list of 1979 or of that of 2008: by itself it is left to people.
        kept = again.is_not_null() if kind is Kind.ETHNICITY else pl.repeat(True, len(cells), eager=True)
        assert again.filter(kept).equals(once.filter(kept), null_equal=True), kind


def test_two_checks_share_no_memory() -> None:
    assert readings(ON)[Kind.SEX].memory is not readings(ON)[Kind.SEX].memory
