"""Names as commune lists hold them: kept letter by letter, and told apart from what is no name."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.people import name
from sosach.refdata.names import family_names, given_names, middle_names
from sosach.text import cells

FAMILIES = [n.name for n in family_names() if n.name not in ("Ông", "Cô")]  # forms of address too
MIDDLES = [n.name for n in middle_names() if n.name]
GIVEN = [n.name for n in given_names()]

full_names = st.builds(
    lambda *words: " ".join(w for w in words if w),
    st.sampled_from(FAMILIES),
    st.sampled_from(["", *MIDDLES]),
    st.sampled_from(GIVEN),
)


def read(cell: str) -> dict[str, object]:
    return name.read(pl.Series([cell])).row(0, named=True)


def told(cell: str) -> tuple[object, object]:
    row = read(cell)
    return row["value"], row["state"]


def is_tidy(cell: str) -> bool:
    return bool(pl.select(name.tidy(pl.lit(cell))).item())


@pytest.mark.parametrize(
    "cell",
    [
        "Lê An",
        "Nguyễn Văn An",
        "Công Tằng Tôn Nữ Thị Hoa",
        "H'Hen Niê",
        "K'Brăm",
        "Ksor H'Nghệ",
        "Y Ê-Ban",
        "Hoà Thuý Quý",
        "O'Brien John",
        "McDonald Lan",
        "Ng. Văn An",
        "An",
        "Giàng A Páo",
        "Chua A Dơ",
    ],
)
def test_names_stay_as_they_are(cell: str):
    assert told(cell) == (cell, "good")


@pytest.mark.parametrize(
    "cell",
    [
        "Bế Văn Trai",
        "Nguyễn Thị Gái",
        "Trần Thị Bé",
        "Hồ Cu",
        "Cù Thị Con",
        "Khổng Văn Ba",
        "Ông Cao Thắng",
        "Ông Thị Bạch Anh",
        "Trần Văn Mất",
        "Bùi Thị Chưa",
        "Nguyễn Thị Út",
        "Nguyễn Con",
        "Lê Thị Em",
        "Be Van Trai",
        "Cu An",
        "Bé Ngọc Anh",
        "Bà Hoa",
    ],
)
def test_odd_names_of_real_people_are_names(cell: str):
    assert told(cell) == (cell, "good")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("nguyễn văn an", "Nguyễn Văn An"),
        ("y ê-ban", "Y Ê-Ban"),
        ("H’ HEN NIÊ", "H’ Hen Niê"),
        ("LÊ THỊ THÚY", "Lê Thị Thúy"),
        ("Lê Thị THUÝ", "Lê Thị Thuý"),
        ("'Nguyễn Văn An", "Nguyễn Văn An"),
        ("“Nguyễn Văn An”", "Nguyễn Văn An"),
        ("Nguyễn Văn An.", "Nguyễn Văn An"),
        ("- Nguyễn Văn An", "Nguyễn Văn An"),
        ("Nguyễn_Văn_An", "Nguyễn Văn An"),
        ("Nguyễn Văn An ()", "Nguyễn Văn An"),
    ],
)
def test_capitals_and_signs_around_a_name_are_tidied(cell: str, value: str):
    assert told(cell) == (value, "tidied")


@pytest.mark.parametrize(
    "cell",
    [
        "Trai",
        "Gái",
        "Cháu bé (chưa đặt tên)",
        "Nguyễn Thị Chưa Đặt Tên",
        "Lê Văn (chưa có tên)",
        "Bé",
        "Con",
        "Cu",
        "Bé gái",
        "BÉ TRAI",
        "Bé Gái",
        "Con trai",
        "Cháu gái",
        "Em bé",
        "Bé trai 1",
        "Con 2",
        "Con thứ 2",
        "con thứ hai",
        "Sơ sinh",
        "Trẻ sơ sinh",
        "trẻ mới sinh",
        "Bé gái con bà Hoa",
        "Bé Gái con bà Hoa",
        "Bé gái (con bà Hoa)",
        "Con bà Lan",
        "Con chị Hằng",
        "con của Nguyễn Thị Lan",
        "Con Nguyễn Thị Lan",
        "Trai con ông Ba",
        "CB Nguyễn Thị Lan",
        "Cu Tí",
        "Bé Na",
        "Chưa đặt tên",
        "Chưa có tên",
        "CHƯA ĐẶT TÊN",
        "chưa ks",
        "(chưa KS)",
        "Vô danh",
        "be gai",
        "Con ba Lan",
        "chua dat ten",
        "so sinh",
        "Trẻ bị bỏ rơi",
        "đang cập nhật",
    ],
)
def test_what_newborns_are_called_is_no_name(cell: str):
    assert read(cell) == {"value": None, "state": "placeholder", "note": None, "suggestion": None}


@pytest.mark.parametrize(
    "cell",
    [
        "không",
        "Không có",
        "không rõ",
        "Không xác định được",
        "chưa rõ",
        "ko",
        "k có",
        "x",
        "X",
        "xx",
        "0",
        "-",
        "--",
        "?",
        "...",
        "null",
        "N/A",
        "đã mất",
        "Đã chết",
        "mất năm 2015",
        "Mẹ đơn thân",
        "bố mẹ ly hôn",
        "Bà nội",
        "Ông ngoại",
        "mẹ",
        "chủ hộ",
        cells.ERROR + "#N/A",
        cells.UNCACHED,
        cells.TRUTH + "TRUE",
        "#REF!",
        "bỏ trống",
        "mồ côi",
    ],
)
def test_words_in_place_of_a_relative_name_nobody(cell: str):
    assert read(cell) == {"value": None, "state": "placeholder", "note": None, "suggestion": None}


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("Lê Trung3", "Lê Trung"),
        ("Phùng Mạnh Việt 2", "Phùng Mạnh Việt"),
        ("Nguyễn Văn An (2)", "Nguyễn Văn An"),
        ("1. Nguyễn Văn An", "Nguyễn Văn An"),
        ("12 NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("Lò Quang Th0ại", "Lò Quang Thoại"),
        ("H0àng V1ết An", "Hoàng Viết An"),
        ("Nguyễn Tr0ng An", None),
        ("Nguyễn V4n An", None),
        ("Trung3", None),
        (cells.NUMBER + "12", None),
        (cells.DATE + "2015-08-01", None),
    ],
)
def test_digits_are_told_and_left_out_where_they_stand_apart(cell: str, suggestion: str | None):
    row = read(cell)
    assert (row["state"], row["suggestion"], row["note"]) == ("digits", suggestion, None)
    assert row["value"] == cell.strip("".join(cells.MARKS))


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ("Nguyễn Văn An (Tèo)", "Tèo"),
        ("Nguyễn Văn An [Tèo]", "Tèo"),
        ("Nguyễn Văn An (Tèo", "Tèo"),
        ("(Tèo) Nguyễn Văn An", "Tèo"),
        ("Nguyễn Văn An - con ông Ba", "con ông Ba"),
        ("Nguyễn Văn An con bà Hoa", "con bà Hoa"),
        ("Nguyễn Văn An *", "*"),
        ("Nguyễn Văn An ❤", "❤"),
        ("❤ Nguyễn Văn An", "❤"),
        ("NGUYỄN VĂN AN (1985)", "1985"),
        ("Nguyễn Văn An 1985", "1985"),
        ("Nguyễn Văn An sn 1985", "sn 1985"),
        ("Nguyễn Văn An - 12/03/1985", "12/03/1985"),
        ("Nguyễn Văn An, xóm Lò", "xóm Lò"),
        ("NGUYỄN VĂN AN ĐÃ CHẾT", "ĐÃ CHẾT"),
        ("Nguyễn Văn An (chưa KS)", "chưa KS"),
        ("Cháu Nguyễn Văn An", "Cháu"),
        ("Mẹ: Nguyễn Văn An", "Mẹ"),
    ],
)
def test_remarks_are_parted_from_the_name(cell: str, note: str):
    row = read(cell)
    assert row == {"value": cell, "state": "note", "note": note, "suggestion": "Nguyễn Văn An"}


@pytest.mark.parametrize("cell", ["<script>alert(x)</script>", "=cmd|' C calc'!A", "An (Tèo)", "Bé gái*"])
def test_what_is_left_of_other_signs_is_not_offered_as_a_name(cell: str):
    row = read(cell)
    assert row["state"] in ("note", "placeholder")
    assert row["suggestion"] is None


@pytest.mark.parametrize("cell", ["Nguyễn Văn An", "Lê An", "Bế Văn Trai", "Trần Quỳnh Anh", "Hoà Thuý Quý"])
def test_most_names_need_no_reading(cell: str):
    assert is_tidy(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "Bé Gái",
        "Con Bà Hoa",
        "Chưa Đặt Tên",
        "Không Có",
        "Sơ Sinh",
        "Cháu Nguyễn Văn An",
        "Nguyễn Văn An Con Bà Hoa",
        "Đã Mất",
        "NGUYỄN VĂN AN",
        "nguyễn văn an",
        "Nguyễn  Văn An",
        "Nguyễn Văn An ",
        "Lê Trung3",
        "Nguyễn",
        "Nguyeãn Vaên An",
        "NguyÔn V¨n An",
        "Hoµ",
        "Nguyễn Văn An (Tèo)",
        "Nguyễn An",
        "Nguyễn\xa0An",
        "",
        cells.VNI_FONT + "Lan Anh",
    ],
)
def test_whatever_may_be_something_else_is_read(cell: str):
    assert not is_tidy(cell)


@settings(max_examples=200)
@given(full_names)
def test_reading_a_tidy_name_would_change_nothing(full_name: str):
    if is_tidy(full_name):
        assert told(full_name) == (full_name, "good")


@settings(max_examples=25)
@given(st.lists(full_names, min_size=20, max_size=50))
def test_people_s_names_are_names_in_any_capitals(people: list[str]):
    for written in (people, [p.upper() for p in people], [p.lower() for p in people]):
        reading = name.read(pl.Series(written))
        assert set(reading["state"]) <= {"good", "tidied"}
        assert reading["value"].to_list() == people


@settings(max_examples=40)
@given(st.lists(st.text(st.characters(exclude_characters=cells.MARKS, codec="utf-8"), max_size=30), max_size=6))
def test_any_text_has_one_answer_which_never_depends_on_its_neighbours(texts: list[str]):
    together = name.read(pl.Series(texts, dtype=pl.String)).rows(named=True)
    assert together == [read(text) for text in texts]


def test_a_suggestion_never_has_letters_that_the_cell_has_not():
    column = ["Lê Trung3", "Nguyễn Văn An (Tèo)", "Cháu Trần Thị Hoa", "1) Đỗ Văn Nam", "Hồ Thị Mỹ - 2015"]
    for cell, suggestion in zip(column, name.read(pl.Series(column))["suggestion"], strict=True):
        assert suggestion in cell
