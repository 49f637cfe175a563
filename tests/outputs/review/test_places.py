import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.intake.reading import Column
from sosach.outputs.review.places import TO_REVIEW, TOTALS, WHOLE_FILE, places, sheet_names

COLUMNS = (
    Column("Bến", "A", "TT", None),
    Column("Bến", "B", "Họ tên trẻ", "full_name"),
    Column("Bến", "C", "Năm sinh / Nam", "birth_date"),
    Column("Bến", "D", "Năm sinh / Nữ", "birth_date"),
    Column("Chùa", "AB", "Họ tên trẻ", "full_name"),
)


def test_a_finding_stands_in_the_column_of_its_field() -> None:
    where = places(COLUMNS)
    assert where.column("Bến", "full_name", "Họ tên trẻ") == 1
    assert where.column("Chùa", "full_name", "Họ tên trẻ") == 27


def test_a_field_in_two_columns_is_told_apart_by_the_heading() -> None:
    where = places(COLUMNS)
    assert where.column("Bến", "birth_date", "Năm sinh / Nữ") == 3
    assert where.column("Bến", "birth_date", "Năm sinh / Nam") == 2
    assert where.column("Bến", "birth_date", None) == 2


def test_what_has_no_column_stands_at_the_name() -> None:
    where = places(COLUMNS)
    assert where.column("Bến", None, None) == 1
    assert where.column("Bến", "mother_name", None) == 1
    assert where.column("Giếng", "sex", None) == 0


def test_names_of_sheets_are_kept_where_excel_lets_them() -> None:
    assert sheet_names(["Thôn Bến", "Danh sách"]) == {"Thôn Bến": "Thôn Bến", "Danh sách": "Danh sách"}


@pytest.mark.parametrize("ours", [TO_REVIEW, TOTALS, "tổng hợp", "HISTORY"])
def test_a_sheet_called_like_one_of_ours_gets_a_number(ours: str) -> None:
    assert sheet_names([ours]) == {ours: f"{ours} (2)"}


def test_a_text_file_has_a_sheet_too() -> None:
    assert sheet_names([""]) == {"": WHOLE_FILE}


@given(st.lists(st.text(max_size=40), unique=True, max_size=12))
def test_excel_takes_every_name(names: list[str]) -> None:
    chosen = list(sheet_names(names).values())
    assert len({name.casefold() for name in chosen}) == len(names)
    for name in chosen:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'"
        assert name[-1] != "'"
