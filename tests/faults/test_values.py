"""Cases 48 to 62 and 64 to 68 of the catalogue of faults, at the command: what stands in single cells."""

import datetime as dt
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.faults.command import Done, done, sentences
from tests.intake import books

HEADINGS = (
    "STT",
    "Họ và tên trẻ",
    "Ngày sinh",
    "Giới tính",
    "Dân tộc",
    "Số định danh cá nhân",
    "Họ tên cha",
    "Năm sinh cha",
    "Họ tên mẹ",
    "Năm sinh mẹ",
    "Điện thoại",
    "Thôn",
)
MINH: dict[str, Any] = {
    "name": "Nguyễn Văn Minh",
    "born": "05/03/2018",
    "sex": "Nam",
    "ethnicity": "Kinh",
    "number": "027218700001",
    "father": "Nguyễn Văn Hùng",
    "father_born": "1988",
    "mother": "Trần Thị Hoa",
    "mother_born": "1990",
    "phone": "0999012345",
    "hamlet": "Gò Me",
}
LAN = {**MINH, "name": "Lê Thị Lan", "born": "17/11/2020", "sex": "Nữ", "number": "027320700002", "mother": "Vũ Thị Én"}


def people(path: Path, *persons: dict[str, Any]) -> Path:
    """A list of these children on disk."""
    return books.children_of(path, HEADINGS, [[n, *person.values()] for n, person in enumerate(persons, 1)])


def child(path: Path, **facts: Any) -> Done:
    """The results for one child who differs in these facts, with another child who is well recorded."""
    result = done(people(path / "a.xlsx", MINH | facts, LAN))
    assert result.rules(3) == set()  # the other one is left in peace
    return result


@pytest.mark.parametrize(
    ("cell", "suggestion", "certainty"),
    [(27218700001, "027218700001", "proven"), (1234567890, f"00{1234567890}", "likely")],
)
def test_F48_a_number_that_lost_its_zeros(tmp_path: Path, cell: int, suggestion: str, certainty: str) -> None:
    result = child(tmp_path, number=cell)
    found = result.finding("personal_id_lost_zero")
    assert (found["value"], found["suggestion"], found["certainty"]) == (str(cell), suggestion, certainty)
    assert (found["severity"], found["group"], found["column"]) == ("error", "wrong_id", "Số định danh cá nhân")
    assert "số 0 ở đầu" in found["message"]
    assert result.column("personal_id")[0] is None  # nothing is put right in silence
    assert sentences(result.warnings, "Cột “Số định danh cá nhân”", "1 số đã mất số 0")


def test_F48_a_number_whose_format_shows_its_zeros(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(people(tmp_path / "a.xlsx", MINH | {"number": 27218700001}, LAN))
    book.active["F2"].number_format = "000000000000"
    result = done(books.saved(book, tmp_path / "a.xlsx"))
    assert result.column("personal_id")[0] == "027218700001"
    assert result.finding("personal_id_shown")["severity"] == "info"


@pytest.mark.parametrize("cell", ["1.23E+11", "2,72187E+10", 27218700000, 123000000000])
def test_F49_a_number_whose_last_digits_are_gone(tmp_path: Path, cell: Any) -> None:
    result = child(tmp_path, number=cell)
    found = result.finding("personal_id_scientific")
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "wrong_id", None)
    assert sentences(found["message"], "đã mất", "không khôi phục được")
    assert "đã mất chữ số" in result.warnings


def test_F49_a_number_that_is_only_shown_short(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(people(tmp_path / "a.xlsx", MINH | {"number": 27218700001}, LAN))
    book.active["F2"].number_format = "0.00E+00"
    found = done(books.saved(book, tmp_path / "a.xlsx")).finding("personal_id_scientific")
    assert (found["value"], found["suggestion"], found["certainty"]) == ("2.72E+10", "027218700001", "proven")


@pytest.mark.parametrize("cell", ["027 218 700 001", "027.218.700.001", "'027218700001", "Số CCCD: 027218700001"])
def test_F50_separators_and_labels_are_cleaned(tmp_path: Path, cell: str) -> None:
    result = child(tmp_path, number=cell)
    assert result.column("personal_id")[0] == "027218700001"
    assert set(result.findings["severity"]) == {"info"}
    assert result.source("personal_id")[0] == cell


@pytest.mark.parametrize("cell", ["O27218700001", "02721870000l", "02721870OOO1"])
def test_F50_letters_for_digits_are_asked_about(tmp_path: Path, cell: str) -> None:
    result = child(tmp_path, number=cell)
    found = result.finding("personal_id_lookalike")
    assert (found["severity"], found["suggestion"], found["certainty"]) == ("error", "027218700001", "likely")
    assert result.column("personal_id")[0] is None


@pytest.mark.parametrize("cell", ["125128429", 125128430])
def test_F51_an_old_number_in_the_place_of_the_new_one(tmp_path: Path, cell: Any) -> None:
    found = child(tmp_path, number=cell).finding("personal_id_cmnd")
    assert (found["severity"], found["group"]) == ("error", "wrong_id")
    assert "chứng minh nhân dân cũ" in found["message"]


@pytest.mark.parametrize(
    ("cell", "rule", "words"),
    [
        ("099218700001", "personal_id_prefix", "Ba số đầu 099"),
        ("027318700001", "personal_id_sex", "ứng với nữ, trong khi hồ sơ ghi nam"),
        ("027219700001", "personal_id_birth_year", "năm sinh 2019, trong khi hồ sơ ghi 2018"),
        ("027088700001", "personal_id_adult", "sinh từ 1900 đến 1999"),
    ],
)
def test_F52_twelve_digits_that_cannot_be(tmp_path: Path, cell: str, rule: str, words: str) -> None:
    result = child(tmp_path, number=cell)
    assert result.rules(2) == {rule}
    assert (result.finding(rule)["severity"], result.finding(rule)["group"]) == ("warning", "wrong_id")
    assert words in result.finding(rule)["message"]


def test_F53_one_number_on_two_persons(tmp_path: Path) -> None:
    son = MINH | {"name": "Giàng A Sơn", "born": "01/01/2018", "mother": "Sùng Thị Mỷ", "father": "Giàng A Páo"}
    result = done(people(tmp_path / "a.xlsx", MINH, son, LAN))
    assert [result.rules(row) for row in (2, 3, 4)] == [{"personal_id_shared"}, {"personal_id_shared"}, set()]
    assert result.findings["other_row"].to_list() == [3, 2]


@pytest.mark.parametrize("cell", ["31/02/2015", "29/02/2015", "32/01/2015", "15/13/2015"])
def test_F54_days_that_there_are_not(tmp_path: Path, cell: str) -> None:
    result = child(tmp_path, born=cell)
    found = result.finding("birth_date_impossible")
    assert (found["severity"], found["value"]) == ("error", cell)
    assert (result.column("birth_date")[0], result.source("birth_date")[0]) == (None, cell)


def test_F54_a_year_with_zeros_for_what_nobody_knows(tmp_path: Path) -> None:
    result = child(tmp_path, born="00/00/2018")
    assert result.column("birth_date")[0] == "2018"
    assert result.rules(2) == {"birth_date_no_day"}


@pytest.mark.parametrize(
    ("cell", "read"), [("03/04/2018", "2018-04-03"), ("3.4.2018", "2018-04-03"), (dt.date(2018, 3, 4), "2018-03-04")]
)
def test_F55_the_day_stands_before_the_month_and_true_dates_keep_their_value(
    tmp_path: Path, cell: Any, read: str
) -> None:
    result = child(tmp_path, born=cell)
    assert result.column("birth_date")[0] == read
    assert result.rules() == set()


def test_F55_a_true_date_in_american_clothes(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(people(tmp_path / "a.xlsx", MINH | {"born": dt.date(2018, 3, 4)}, LAN))
    book.active["C2"].number_format = "mm/dd/yyyy"
    result = done(books.saved(book, tmp_path / "a.xlsx"))
    assert result.column("birth_date")[0] == "2018-03-04"
    assert result.source("birth_date")[0] == "04/03/2018"  # shown as everybody here reads it


def test_F55_a_month_that_can_only_be_a_day(tmp_path: Path) -> None:
    found = child(tmp_path, born="04/13/2018").finding("birth_date_month_first")
    assert (found["suggestion"], found["certainty"]) == ("2018-04-13", "likely")


@pytest.mark.parametrize(
    ("cell", "rule", "suggestion"),
    [
        ("5/3/18", "birth_date_two_digit_year", None),
        ("05/03/2561", "birth_date_impossible", None),
        ("43164", "birth_date_unreadable", "2018-03-05"),
    ],
)
def test_F56_years_of_two_digits_of_other_calendars_and_bare_serials(
    tmp_path: Path, cell: str, rule: str, suggestion: str | None
) -> None:
    found = child(tmp_path, born=cell).finding(rule)
    assert (found["value"], found["suggestion"]) == (cell, suggestion)
    assert found["severity"] in ("error", "warning")


@pytest.mark.parametrize(
    ("born", "number", "rules"),
    [
        ("19/06/2026", "027226700001", {"birth_date_future"}),
        ("18/06/2026", "027226700001", set()),
        ("19/06/2010", "027210700001", set()),
        ("18/06/2010", "027210700001", {"age_sixteen"}),
        ("2010", "027210700001", {"birth_date_no_day", "age_sixteen_year"}),
    ],
)
def test_F57_the_future_and_the_sixteenth_birthday_on_the_day(
    tmp_path: Path, born: str, number: str, rules: set[str]
) -> None:
    assert child(tmp_path, born=born, number=number).rules(2) == rules


@pytest.mark.parametrize(
    "cell",
    [
        unicodedata.normalize("NFD", "Nguyễn  Văn Minh"),
        "Nguyễn\u200b Văn\xa0Minh ",
        "Nguyễn Văn\u202e Minh",
        "\ufeffNguyễn Văn Minh",
        "NGUYỄN VĂN MINH",
    ],
)
def test_F58_names_are_composed_and_what_cannot_be_seen_is_taken_out(tmp_path: Path, cell: str) -> None:
    result = child(tmp_path, name=cell)
    assert result.column("full_name")[0] == "Nguyễn Văn Minh"
    assert set(result.findings["severity"]) <= {"info"}


def test_F58_a_picture_in_a_name_is_asked_about(tmp_path: Path) -> None:
    found = child(tmp_path, name="Nguyễn Văn Minh 😀").finding("full_name_note")
    assert found["suggestion"] == "Nguyễn Văn Minh"


@pytest.mark.parametrize(
    "cell", ["NguyÔn V¨n Minh", "Nguyeãn Vaên Minh", "Nguye^~n Va(n Minh"], ids=["TCVN3", "VNI", "VIQR"]
)
def test_F59_text_of_old_fonts_is_read_and_told(tmp_path: Path, cell: str) -> None:
    result = child(tmp_path, name=cell)
    assert result.column("full_name")[0] == "Nguyễn Văn Minh"
    found = result.finding("text_legacy_font")
    assert (found["suggestion"], found["value"]) == ("Nguyễn Văn Minh", cell)
    assert result.source("full_name")[0] == cell


@pytest.mark.parametrize(
    ("cell", "rule", "suggestion"),
    [
        ("Minh", "full_name_one_word", None),
        ("Nguyễn Văn Minh (Tèo)", "full_name_note", "Nguyễn Văn Minh"),
        ("(chưa đặt tên)", "full_name_placeholder", None),
        ("Bé trai", "full_name_placeholder", None),
    ],
)
def test_F60_names_that_are_not_quite_names(tmp_path: Path, cell: str, rule: str, suggestion: str | None) -> None:
    found = child(tmp_path, name=cell).finding(rule)
    assert (found["group"], found["suggestion"]) == ("basic_info", suggestion)


def test_F60_a_name_of_eight_words(tmp_path: Path) -> None:
    assert child(tmp_path, name="Công Tằng Tôn Thất Hoàng Nguyễn Bảo Minh").rules(2) == set()


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+1", "-x", "@SUM(1+1)", "\t=1+1", '=HYPERLINK("http://x")'])
def test_F61_formulas_that_came_in_go_out_as_text(tmp_path: Path, cell: str) -> None:
    row = [1, *(MINH | {"name": cell, "mother": cell, "hamlet": cell}).values()]
    xml = "".join(books.row_xml(n, cells) for n, cells in enumerate([HEADINGS, row, [2, *LAN.values()]], 1))
    result = done(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(xml)))  # `done` looks for formulas and links
    book = openpyxl.load_workbook(result.folder / "review.xlsx")
    shown = book["Danh sach"]["I2"]
    assert (shown.value, shown.data_type, shown.quotePrefix) == (cell.strip(), "s", True)
    assert result.source("mother_name")[0] == cell.strip()


NASTY = (
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${jndi:ldap://example.com/a}",
    "' OR 1=1--",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "%s%n%x",
    "../../../etc/passwd",
    "\\u0000",
    "&lt;script&gt;",
    "]]><!--",
    "undefined",
    "null",
    "Ω≈ç√∫˜µ≤≥÷",
    "표",
    "\u2066العربية\u2069",
    "🏳0🌈️",
    "1;DROP TABLE users",
)


def test_F62_nothing_that_came_in_does_anything(tmp_path: Path) -> None:
    persons = [MINH | {"name": text, "mother": text, "hamlet": text, "phone": text} for text in NASTY]
    result = done(people(tmp_path / "a.xlsx", *persons))
    assert result.summary["persons"] == len(NASTY)
    assert result.source("phone") == list(NASTY)
    assert "<img" not in result.page
    assert "49" not in [cell for cell in result.column("full_name") if cell]
    book = openpyxl.load_workbook(result.folder / "review.xlsx")
    assert [cell.value for cell in book["Danh sách trẻ em"]["K"][1:]] == list(NASTY)


def test_F62_headings_sheets_and_files_are_as_inert_as_cells(tmp_path: Path) -> None:
    nasty = "<b onclick=alert(1)>&amp; =1+1"
    book = books.book_of([(*HEADINGS, nasty), [1, *MINH.values(), "x"]], name="=1+1 & {{7}}")
    result = done(books.saved(book, tmp_path / "a<b>&'{{7}}.xlsx"), None, "--register", "children")
    assert "<b onclick" not in result.page
    assert "&lt;b onclick" in result.page
    assert result.records["sheet"].to_list() == ["=1+1 & {{7}}"]


@pytest.mark.parametrize(("facts", "field", "read"), [
    ({"phone": 999012345}, "phone", "0999012345"),
    ({"phone": "+84 999 012 345"}, "phone", "0999012345"),
    ({"phone": "1.234,5"}, "phone", None),
    ({"mother_born": 1990.0}, "mother_birth_year", "1990"),
    ({"mother_born": "1.990,5"}, "mother_birth_year", None),
    ({"mother_born": "95%"}, "mother_birth_year", None),
])  # fmt: skip
def test_F64_numbers_in_vietnamese_writing(tmp_path: Path, facts: dict[str, Any], field: str, read: str | None) -> None:
    assert child(tmp_path, **facts).column(field)[0] == read


@pytest.mark.parametrize("cell", ["Kinh", "kinh", "KINH", "Việt", "Kinh (Việt)"])
def test_F65_one_group_in_many_writings(tmp_path: Path, cell: str) -> None:
    result = child(tmp_path, ethnicity=cell)
    assert result.column("ethnicity")[0] == "01"
    assert result.rules() == set()


@pytest.mark.parametrize(
    ("cell", "rule"),
    [("Kimh", "ethnicity_unknown"), ("xyz", "ethnicity_unknown"), ("Việt Nam", "ethnicity_nationality")],
)
def test_F65_a_group_that_there_is_not(tmp_path: Path, cell: str, rule: str) -> None:
    assert child(tmp_path, ethnicity=cell).finding(rule)["value"] == cell


@pytest.mark.parametrize("cell", ["Nam", "nam", "M", "Trai", "bé trai"])
def test_F66_words_for_a_sex(tmp_path: Path, cell: str) -> None:
    result = child(tmp_path, sex=cell)
    assert result.column("sex")[0] == "male"
    assert result.rules() == set()


@pytest.mark.parametrize("cell", ["1", 2, "0", "x"])
def test_F66_a_sex_is_never_guessed(tmp_path: Path, cell: Any) -> None:
    result = child(tmp_path, sex=cell)
    assert result.column("sex")[0] is None
    assert result.finding("sex_unreadable")["severity"] == "error"


def test_F66_two_sexes_in_one_cell(tmp_path: Path) -> None:
    result = child(tmp_path, sex="Nam/Nữ")
    assert result.column("sex")[0] is None
    assert result.rules(2) == {"sex_two_columns"}


def test_F67_a_mother_of_five(tmp_path: Path) -> None:
    found = child(tmp_path, mother_born="2013").finding("mother_too_young")
    assert (found["field"], found["severity"]) == ("mother_birth_year", "warning")


def test_F67_parents_in_each_other_s_columns(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Số CCCD cha", "Số CCCD mẹ")
    row = [1, *MINH.values(), "027190700011", "027088700012"]  # by the numbers a woman, born 1990, and a man
    result = done(books.children_of(tmp_path / "a.xlsx", headings, [row]))
    assert {"father_personal_id_sex", "mother_personal_id_sex"} <= result.rules(2)


def test_F68_twins_and_cousins_of_one_name_are_no_duplicates(tmp_path: Path) -> None:
    twin = MINH | {"name": "Nguyễn Văn Mạnh", "number": "027218700003"}
    cousin = MINH | {"born": "20/07/2016", "number": "027216700004", "father": "Nguyễn Văn Sáu", "mother": "Bùi Thị Na"}
    result = done(people(tmp_path / "a.xlsx", MINH, twin, cousin, LAN))
    assert result.rules() == set()
    assert result.summary["persons"] == 4


def test_F68_the_same_child_twice_is_one(tmp_path: Path) -> None:
    again = MINH | {"name": "NGUYỄN VĂN MINH", "born": dt.date(2018, 3, 5), "hamlet": "Bến Cỏ"}
    result = done(people(tmp_path / "a.xlsx", MINH, LAN, again))
    assert result.findings.filter(result.findings["severity"] != "info")["rule"].to_list() == ["row_same_person"] * 2
    assert result.summary["groups"]["duplicate"] == 2
