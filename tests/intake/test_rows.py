"""Rows that are persons, and rows that are not."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.intake.headings import Heading
from sosach.intake.layout import Header
from sosach.intake.mapping import Place, SheetColumn, map_columns
from sosach.intake.rows import AGAIN, BLANK, GROUP, HAMLET, NOTE, NUMBERS, SIGNATURE, TOTAL, UNNAMED, Rows, find_rows
from sosach.registers.catalogue import registers
from tests.intake.test_layout import grid

HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số định danh", "Họ tên mẹ")
MINH = ("1", "Nguyễn Văn Minh", "05/03/2018", "Nam", "Kinh", "027218700001", "Trần Thị Hoa")
REGISTER = registers()["children"]

Row = tuple[str | None, ...]


def rows(*below: Row, merged: tuple[tuple[int, int, int, int], ...] = ()) -> Rows:
    """The rows below a heading in the first row."""
    sheet = grid([list(HEADINGS), *[list(row) for row in below]], merged)
    columns = [SheetColumn(chr(65 + n), Heading((text,))) for n, text in enumerate(HEADINGS)]
    header = Header(0, 1, tuple((c.letter, c.heading) for c in columns), "")
    return find_rows(sheet, header, map_columns(columns, REGISTER, (), Place("a", "b")), REGISTER)


def reasons(*below: Row, **more: tuple[tuple[int, int, int, int], ...]) -> list[str | None]:
    """Why each row is no person; None where it is one."""
    found = rows(*below, **more)
    why = dict(found.skipped)
    return [why.get(number + 1) for number in range(found.last)]


def test_signatures_above_persons_who_were_added_later_are_no_persons() -> None:
    signed = (None, "CÁN BỘ LẬP", None, None, None, "TRƯỞNG THÔN")
    names = (None, "Nguyễn Văn Lập", None, None, None, "Trần Văn Trưởng")
    alone = (None, "Lê Thị Mới", None, None, None, None, "Lê Hoa")
    assert reasons(MINH, signed, names, MINH, alone, names, MINH) == [
        None, SIGNATURE, SIGNATURE, None, None, None, None,
    ]  # fmt: skip


def test_the_heading_of_another_table_below_is_told() -> None:
    moved = ("STT", "Số định danh", "Họ và tên", "Giới tính", "Ngày sinh", "Họ tên mẹ", "Dân tộc")
    assert rows(MINH, moved, MINH).other_table == 2
    assert rows(MINH, HEADINGS, MINH).other_table is None


@pytest.mark.parametrize(
    "person",
    [
        ("2", "Cộng", "05/03/2018", "Nam"),
        ("2", "Tổng", None, None, None, None, "Trần Thị Hoa"),
        ("2", "Tống Thị Tổng", None, "Nữ"),
        ("2", "Lò Văn Cộng"),
        ("2", None, "05/03/2018", "Nam"),
        (None, "Lê Lan", None, None, "Kinh"),
        (None, None, None, None, None, "027218700009", "Trần Thị Hoa"),
        ("2", "NguyÔn V¨n Minh", "2018"),
        ("2", "Y"),
        ("2", "Chưa đặt tên", None, None, None, None, "Trần Thị Hoa"),
        ("2", "Bé gái con bà Hoa", "45000"),
        ("2", "027218700002", "05/03/2018", "Nam"),
        ("2", "x", "05/03/2018", "Nam"),
    ],
    ids=str,
)
def test_a_person_is_never_lost(person: Row) -> None:
    assert reasons(MINH, person, MINH) == [None, None, None]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((None, "Tổng cộng", "84"), TOTAL),
        ((None, "Cộng: 84 người", "37 nam", "47 nữ"), TOTAL),
        (("Tổng số trẻ trong thôn: 12",), TOTAL),
        ((None, "TONG CONG", "1200"), TOTAL),
        ((None, "Cộng thôn Gò Me", "12"), TOTAL),
        ((None, "Tæng céng", "12"), TOTAL),
        (("I", "Thôn Gò Me"), HAMLET),
        (("Xóm Lò (khu B)",), HAMLET),
        (("II. Tổ dân phố số 3",), HAMLET),
        ((None, "TDP 5"), HAMLET),
        (("A. Trẻ dưới 6 tuổi",), GROUP),
        ((None, "Trẻ em có hoàn cảnh đặc biệt"), GROUP),
        (("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"), NUMBERS),
        (("A", "B", "1", "2", "3", "4", "5"), NUMBERS),
        (HEADINGS, AGAIN),
        ((None, "Họ và tên", "Ngày sinh"), AGAIN),
        (("5",), UNNAMED),
        ((None, "Ghi chú: danh sách này gồm trẻ tạm trú"), NOTE),
        ((None,), BLANK),
    ],
    ids=str,
)
def test_what_stands_between_persons(row: Row, why: str) -> None:
    assert reasons(MINH, row, MINH) == [None, why, None]


def test_the_signatures_at_the_end() -> None:
    end: list[Row] = [
        (None, "Tổng cộng", "1"),
        (None,),
        (None, None, None, None, None, "Hòa Mẫu, ngày 04 tháng 6 năm 2026"),
        (None, "NGƯỜI LẬP BIỂU", None, None, None, "KT. CHỦ TỊCH"),
        (None, None, None, None, None, "PHÓ CHỦ TỊCH"),
        (None,),
        (None, "Nguyễn Thị Lập Biểu", None, None, None, "Trần Văn Ký Thay"),
    ]
    assert reasons(MINH, *end) == [None, TOTAL, BLANK, SIGNATURE, SIGNATURE, SIGNATURE, BLANK, SIGNATURE]


def test_what_follows_the_total_is_no_person() -> None:
    end: list[Row] = [(None, "Cộng", "3"), (None, "Bằng chữ: ba cháu"), (None, "Đã đối chiếu với sổ")]
    assert reasons(MINH, *end) == [None, TOTAL, NOTE, NOTE]
    assert reasons(MINH, end[0], ("2", "Lê Lan")) == [None, TOTAL, None]


def test_the_last_persons_may_be_poor_in_facts() -> None:
    assert reasons(MINH, ("2", "Lê Lan"), ("3", "Lê Lý")) == [None, None, None]


def test_hamlets_are_named_without_numbers_and_remarks() -> None:
    found = rows(("I", "Thôn Gò Me"), MINH, ("II.", "Thôn Bến Cỏ (khu B)"), MINH)
    assert found.hamlets == ((1, "Thôn Gò Me"), (3, "Thôn Bến Cỏ"))


def test_a_title_merged_across_the_table_is_a_group() -> None:
    assert reasons(MINH, ("Trẻ mầm non",), MINH, merged=((2, 0, 2, 6),)) == [None, GROUP, None]


CELLS = st.one_of(
    st.none(), st.sampled_from([*HEADINGS, *MINH, "Tổng cộng", "Thôn Gò Me", "x", "1", "NGƯỜI LẬP", "Lê Lan", "2018"])
)


@given(st.lists(st.tuples(*[CELLS] * 7), min_size=1, max_size=12))
def test_every_row_is_accounted_for(below: list[Row]) -> None:
    found = rows(*below)
    read = found.last - found.first + 1
    assert found.persons.len() + len(found.skipped) == read
    listed = {row for row, _ in found.skipped} | set(found.persons.to_list())
    assert listed == set(range(found.first, found.last + 1))
    assert found.persons.dtype == pl.UInt32


@given(st.lists(st.tuples(*[CELLS] * 7), max_size=6), st.lists(st.tuples(*[CELLS] * 7), max_size=6))
def test_a_full_person_stays_one_whatever_stands_around(before: list[Row], after: list[Row]) -> None:
    assert len(before) + 1 in rows(*before, MINH, *after).persons.to_list()
