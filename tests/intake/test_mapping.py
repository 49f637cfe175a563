"""Columns whose headings claim the same, and columns that are named by the caller."""

import pytest

from sosach.findings.notices import Refused
from sosach.intake.headings import Heading
from sosach.intake.mapping import Mapped, Place, SheetColumn, map_columns, named_column
from sosach.registers.catalogue import registers

PLACE = Place("a.xlsx", "Gò Me")


def columns(*headings: str, samples: dict[str, tuple[str, ...]] | None = None) -> list[SheetColumn]:
    """Columns A, B, ... with these headings (`upper/lower`) and cells."""
    return [
        SheetColumn(chr(65 + n), Heading(tuple(text.split("/"))), (samples or {}).get(chr(65 + n), ()))
        for n, text in enumerate(headings)
    ]


def mapped(
    *headings: str,
    register: str = "children",
    wanted: tuple[tuple[str, str], ...] = (),
    samples: dict[str, tuple[str, ...]] | None = None,
) -> dict[str, str]:
    """The field of every column that has one."""
    found = map_columns(columns(*headings, samples=samples), registers()[register], wanted, PLACE)
    return {letter: claim.field for letter, claim in found.claims.items()}


def test_a_second_table_beside_the_first_is_not_passed_over() -> None:
    one = ("STT", "Họ và tên", "Ngày sinh", "Giới tính")
    with pytest.raises(Refused) as caught:
        mapped(*one, *one)
    assert caught.value.notice.code == "tables_side_by_side"


def test_what_follows_a_relative_is_the_relatives() -> None:
    found = mapped(
        "Họ tên trẻ", "Ngày sinh", "CCCD", "Họ tên cha", "Năm sinh", "CCCD", "Họ tên mẹ", "Năm sinh", "CCCD", "SĐT"
    )
    assert list(found.values()) == [
        "full_name", "birth_date", "personal_id", "father_name", "father_birth_year", "father_personal_id",
        "mother_name", "mother_birth_year", "mother_personal_id", "phone",
    ]  # fmt: skip


def test_the_parents_may_stand_first() -> None:
    found = mapped("Họ tên mẹ", "Năm sinh", "Họ tên trẻ", "Ngày sinh")
    assert found == {"A": "mother_name", "B": "mother_birth_year", "C": "full_name", "D": "birth_date"}


def test_a_lonely_birth_date_is_the_childs() -> None:
    assert mapped("Họ tên trẻ", "Họ tên mẹ", "Ngày sinh")["C"] == "birth_date"


def test_numbers_of_grown_ups_after_the_mother_are_hers() -> None:
    grown_up = tuple(f"02718{n}70000{n}" for n in range(6))
    young = tuple(f"02731{n}70000{n}" for n in range(6))
    assert mapped("Họ tên trẻ", "Họ tên mẹ", "Số CCCD", samples={"C": grown_up})["C"] == "mother_personal_id"
    assert mapped("Họ tên trẻ", "Họ tên mẹ", "Số CCCD", samples={"C": young})["C"] == "personal_id"


def test_a_fact_that_the_register_does_not_keep_of_a_relative_is_nobodys() -> None:
    assert "D" not in mapped("Họ tên trẻ", "Ngày sinh", "Người giám hộ", "Năm sinh")


def test_a_column_of_dates_is_no_number() -> None:
    dates = ("05/03/2018",) * 6
    assert "C" not in mapped("Họ tên trẻ", "Ngày sinh", "Mã định danh", samples={"C": dates})


def test_the_school_number_gives_way_to_the_number_of_twelve_digits() -> None:
    samples = {"B": ("2712345678",) * 6, "C": ("027318700001",) * 6}
    assert mapped("Họ tên trẻ", "Mã định danh", "Số CCCD", samples=samples) == {"A": "full_name", "C": "personal_id"}


def test_the_old_number_stands_in_when_it_is_the_only_one() -> None:
    assert mapped("Họ và tên", "CMND", register="beneficiaries")["B"] == "personal_id"
    assert mapped("Họ và tên", "CMND", "CCCD", register="beneficiaries") == {
        "A": "full_name",
        "B": "old_id",
        "C": "personal_id",
    }
    assert mapped("Họ và tên", "Số CMND cũ", register="beneficiaries")["B"] == "old_id"


def test_day_month_and_year_side_by_side() -> None:
    assert mapped("Họ tên trẻ", "Ngày", "Tháng", "Năm") == {
        "A": "full_name",
        "B": "birth_date",
        "C": "birth_date",
        "D": "birth_date",
    }
    assert "B" not in mapped("Họ tên trẻ", "Ngày", "Tháng", "Năm", "Ngày sinh")


def test_notes_may_stand_twice_and_the_first_is_taken() -> None:
    assert mapped("Họ tên trẻ", "Ghi chú", "Ghi chú") == {"A": "full_name", "B": "note"}


@pytest.mark.parametrize("heading", ["Họ và tên", "Ngày sinh", "Số CCCD"])
def test_facts_of_two_persons_are_asked_about(heading: str) -> None:
    with pytest.raises(Refused) as caught:
        mapped("Họ và tên" if heading != "Họ và tên" else "STT", heading, "Lớp", heading)
    assert caught.value.notice.code == "header_twice"
    assert "cột B và D" in caught.value.notice.message


def test_the_caller_ranks_above_the_heading() -> None:
    found = mapped("Họ và tên", "Bé yêu", wanted=(("full_name", "Bé yêu"),))
    assert found == {"B": "full_name"}
    assert mapped("Họ và tên", "Lớp", wanted=(("note", "@B"),)) == {"A": "full_name", "B": "note"}


@pytest.mark.parametrize(
    ("field", "heading", "code"),
    [("note", "Khác", "map_unknown"), ("note", "@Z", "map_unknown"), ("decision_no", "@A", "map_field_register")],
)
def test_a_wish_that_cannot_be_fulfilled(field: str, heading: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        mapped("Họ và tên", wanted=((field, heading),))
    assert caught.value.notice.code == code


def test_columns_are_named_by_heading_part_or_letter() -> None:
    known = columns("STT", "Năm sinh/Nam", "Cha/Nghề")
    assert named_column(known, "Năm sinh / Nam") == "B"
    assert named_column(known, "nghề") == "C"
    assert named_column(known, "@a") == "A"
    assert named_column(known, "Mẹ") is None


def test_the_only_column_of_a_field() -> None:
    found = map_columns(columns("Họ tên", "Năm sinh/Nam", "Năm sinh/Nữ"), registers()["children"], (), PLACE)
    assert isinstance(found, Mapped)
    assert found.column_of("full_name") == "A"
    assert found.column_of("birth_date") is None
    assert found.fields == {"full_name", "birth_date"}
