"""Ethnicity as it stands in registers: understood when certain, offered when it is a slip, left to people otherwise."""

import unicodedata

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.people import ethnicity
from sosach.refdata.ethnicities import groups, spellings
from sosach.text import cells


def told(text):
    return ethnicity.read(pl.Series([text], dtype=pl.String)).row(0, named=True)


def unmarked(text):
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@pytest.mark.parametrize("group", groups().values(), ids=lambda group: group.code)
def test_every_name_of_the_list_is_its_group(group):
    for text in (group.name, group.name.upper(), group.name.lower(), f"Dân tộc {group.name}"):
        assert (told(text)["value"], told(text)["state"]) == (group.code, "good")


@pytest.mark.parametrize(
    "text",
    [
        "Kinh", "KINH", "kinh", "kinh.", "Kinh (Việt)", "Việt", "Viet", "Dân tộc Kinh", "Dan toc Kinh", "dt Kinh",
        "DT: Kinh",
        "d.tộc Kinh", "kinh tộc", "người Kinh", "Người Việt", "01", "1", f"{cells.NUMBER}1", "01 - Kinh",
        "Kinh, Việt Nam",
    ],
)  # fmt: skip
def test_ways_of_writing_kinh(text):
    assert told(text) == {"value": "01", "state": "good", "candidates": None, "suggestion": None}


@pytest.mark.parametrize("text", ["H'Mông", "H’Mông", "HʼMông", "H Mông", "Mông", "HMONG", "Hmong", "Mèo", "h'mông"])
def test_ways_of_writing_hmong(text):
    assert told(text)["value"] == "08"


# Found in public code; None where nobody can know what was meant.
IN_THE_WILD = [
    ("H'Mông", "08"), ("Hmong", "08"), ("H Mông", "08"), ("Mông", "08"), ("Khơ Me", "05"), ("Khme", "05"),
    ("Ê đê", "12"), ("Gia Rai", "10"), ("Ro Măm", "54"), ("Rơ Măm", "54"), ("Tà Ôi", "31"), ("Sán Dỉu", "18"),
    ("Hơ Rê", "19"), ("Châu Ro", "32"), ("X'Tiêng", "22"), ("Stiêng", "22"), ("Cơ Tu", "26"), ("Giẻ Triêng", "27"),
    ("Sê Đăng", "14"),
    ("Xơ Đăng", "14"), ("K Ho", "16"), ("Cơ Ho", "16"), ("Raglai", "21"), ("Raglay", "21"), ("Bru Vân Kiều", "23"),
    ("Chăm (Champa)", "17"), ("Pa Cô", "31"), ("Cơ Lao", "47"), ("Co Lao", "47"), ("Dân tộc Kinh", "01"),
    ("Dân tộc Mèo", "08"), ("Thái Đen", "03"), ("Chuông", None), ("Mạ Pờ Lồ", None), ("Si Đăng", None), ("Không", None),
    ("Người Nước Ngoài", "55"), ("Không rõ", "56"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), IN_THE_WILD)
def test_spellings_in_the_wild(text, code):
    assert told(text)["value"] == code
    if code is None:
        assert told(text)["state"] == "unknown"


@pytest.mark.parametrize(
    ("text", "code"),
    [("Kinhh", "01"), ("Kih", "01"), ("Knh", "01"), ("Knih", "01"), ("Nùg", "07"), ("Daoo", "09"), ("Táy", "02")],
)
def test_one_slip_with_one_candidate(text, code):
    assert told(text) == {"value": code, "state": "slip", "candidates": None, "suggestion": code}


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Tho", "Thổ hoặc Tày"), ("La", "La Chí, La Ha hoặc La Hủ"), ("Lao", "Lào hoặc La Hủ"),
        ("Lão", "Lào hoặc La Hủ"),
        ("Sán", "Sán Chay hoặc Sán Dìu"), ("Khơ", "Khơ-me hoặc Khơ-mú"), ("Mán", "Dao hoặc La Chí"),
        ("04", "Hoa hoặc Mường"),
        ("Kinh/Tày", "Kinh hoặc Tày"), ("Nuong", "Mường hoặc Nùng"), ("Thao", "Thái hoặc Thổ"),
    ],
)  # fmt: skip
def test_what_may_mean_two_groups_is_left_to_people(text, candidates):
    assert told(text) == {"value": None, "state": "ambiguous", "candidates": candidates, "suggestion": None}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tày", "02"), ("tay", "02"), ("Thái", "03"), ("Thai", "03"), ("Thổ", "24"), ("Thổ (Tày)", "02"), ("Co", "30"),
        ("Cơ-ho", "16"), ("Cờ Lao", "47"), ("La Ha", "39"), ("La Hủ", "41"), ("La Chí", "38"), ("Lào", "37"),
        ("Nùng", "07"),
        ("Mường", "06"), ("Muong", "06"), ("Mạ", "28"), ("Lự", "42"), ("Hoa", "04"), ("Hán", "04"), ("Cao Lan", "15"),
        ("04 - Hoa", "04"), ("06 - Mường", "06"), ("04 - Mường", "06"), ("Sán Chay (Cao Lan - Sán Chỉ)", "15"),
    ],
)  # fmt: skip
def test_neighbours_are_told_apart(text, code):
    assert (told(text)["value"], told(text)["state"]) == (code, "good")


@pytest.mark.parametrize(("text", "code"), [("Ma", "28"), ("Lu", "42"), ("Xơ", "14"), ("Kinh (hộ nghèo)", "01")])
def test_too_little_to_take_is_offered(text, code):
    assert told(text) == {"value": None, "state": "unknown", "candidates": None, "suggestion": code}


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam",
        "VN",
        "Viet Nam",
        "VIỆT NAM",
        "Hàn Quốc",
        "Trung Quốc",
        "Đài Loan",
        "Thái Lan",
        "Campuchia",
        "Mông Cổ",
    ],
)
def test_a_nationality_in_the_wrong_column(text):
    assert told(text) == {"value": None, "state": "nationality", "candidates": None, "suggestion": None}


@pytest.mark.parametrize("text", ["?", "-", "0", "57", "Han", "Phật giáo", "Kinh Tày Nùng Dao Thái", "Nguyễn Văn An"])
def test_what_is_no_group_is_not_guessed(text):
    assert told(text) == {"value": None, "state": "unknown", "candidates": None, "suggestion": None}


@pytest.mark.parametrize("group", groups().values(), ids=lambda group: group.code)
def test_a_name_without_marks_never_becomes_another_group(group):
    answer = told(unmarked(group.name))
    assert answer["value"] in (group.code, None)
    if answer["value"] is None:
        assert answer["suggestion"] == group.code or group.name in answer["candidates"]


def test_order_and_height_are_kept():
    frame = ethnicity.read(pl.Series(["Tày", "Kinh", "VN"]))
    assert frame["value"].to_list() == ["02", "01", None]
    assert frame.schema == {
        "value": pl.String, "state": ethnicity.STATES, "candidates": pl.String, "suggestion": pl.String,
    }  # fmt: skip


def test_an_empty_column():
    assert ethnicity.read(pl.Series([], dtype=pl.String)).height == 0


@given(st.text(max_size=12))
def test_any_text_is_answered_with_a_known_code_or_none(text):
    answer = told(text)
    assert answer["value"] in (None, *groups())
    assert (answer["value"] is not None) == (answer["state"] in ("good", "slip"))
    assert (answer["candidates"] is not None) == (answer["state"] == "ambiguous")


@given(st.sampled_from([spelling.text for spelling in spellings()]), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_changes_nothing(text, case):
    assert told(case(text)) == told(text)
