"""What stands in the column of personal numbers, by its shape."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.ids.personal_id_shapes import described
from sosach.text import cells
from tests.ids.numbers import LOOK_ALIKES, Person, answer, persons

GOOD = "027215600001"


def read(cell: str) -> dict[str, object]:
    return answer(described(pl.Series([cell])))


def told(cell: str, *names: str) -> tuple[object, ...]:
    found = read(cell)
    return tuple(found[name] for name in names)


@pytest.mark.parametrize(
    "cell", [GOOD, "１２７２１５６００００１".replace("１", "0", 1), cells.NUMBER + "227215600001"]
)
def test_twelve_digits_are_good_as_they_stand(cell: str):
    state, digits, note = told(cell, "state", "digits", "note")
    assert (state, digits, note) == ("good", None, None)
    assert read(cell)["value"] in (GOOD, "227215600001")


def test_a_number_of_unknown_place_is_still_a_good_shape():
    assert told("003215600001", "value", "state") == ("003215600001", "good")


def test_a_number_cell_that_shows_twelve_digits_is_what_it_shows():
    assert told(cells.SHOWN + GOOD, "value", "state") == (GOOD, "shown")


@pytest.mark.parametrize(
    "cell",
    [
        "027 215 600 001",
        "027.215.600.001",
        "027-215-600-001",
        "027,215,600,001",
        "027..215600001",
        "'027215600001",
        "’027215600001",
        "`027215600001",
        "“027215600001”",
        "027\u00a0215\u202f600\u200b001\ufeff",
        "027\t215600001\n",
        "027215600001.0",
        "(027)215600001",
    ],
)
def test_separators_are_cleaned(cell: str):
    assert told(cell, "value", "state", "digits") == (GOOD, "separators", None)


@pytest.mark.parametrize(
    "cell",
    [
        "CCCD: 027215600001",
        "Số 027215600001",
        "số định danh cá nhân: 027215600001",
        "ĐDCN 027 215 600 001",
        "Mã định danh: 027215600001",
        "CCCD/ĐDCN: 027215600001",
        "CCCD027215600001",
        "027215600001 (CCCD)",
        "027215600001; 027215600001",
    ],
)
def test_labels_are_cleaned(cell: str):
    assert told(cell, "value", "state", "note") == (GOOD, "label", None)


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        ("27215600001", "27215600001"),
        (cells.NUMBER + "27215600001", "27215600001"),
        (cells.NUMBER + "27215600001.0", "27215600001"),
        (cells.NUMBER + "1234567890", "1234567890"),
        ("27215600001.0", "27215600001"),
        ("1.215.600.001", "1215600001"),
        ("CCCD: 27215600001", "27215600001"),
        ("0272156000011", "0272156000011"),
        ("125128429", "125128429"),
        ("CMND 125128429", "125128429"),
        ("0999 012 345", "0999012345"),
        ("+84 999 012 345", "84999012345"),
        ("27215600001 chờ xác minh", "27215600001"),
        (cells.NUMBER + "2721560000112512842", "2721560000112512842"),
    ],
)
def test_digits_of_another_length_are_kept_for_the_row_to_tell(cell: str, digits: str):
    assert told(cell, "value", "state", "digits") == (None, "digits", digits)


@pytest.mark.parametrize("cell", ["2.7215E+10", "2,7215E+10", "2.72E10", "3E+11", "2.7215e+10", "2.7215 E+10"])
def test_shortened_numbers_have_lost_their_digits(cell: str):
    assert told(cell, "value", "state", "digits") == (None, "scientific", None)


def test_scientific_notation_with_every_digit_has_lost_none():
    assert told("2.7215600001E+10", "state", "digits") == ("scientific", "27215600001")


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        ("125128429/027215600001", "125128429 027215600001"),
        ("125128429 027215600001", "125128429 027215600001"),
        ("125128429\n027215600001", "125128429 027215600001"),
        ("125 128 429 / 027 215 600 001", "125128429 027215600001"),
        ("CCCD: 027215600001, CMND: 125128429", "027215600001 125128429"),
        ("027215600001 (cũ 125128429)", "027215600001 125128429"),
        ("027215600001 - 0999 012 345", "027215600001 0999012345"),
        ("027215600001;027315600002", "027215600001 027315600002"),
    ],
)
def test_two_numbers_in_one_cell_are_both_kept(cell: str, digits: str):
    assert told(cell, "value", "state", "digits") == (None, "two_numbers", digits)


@pytest.mark.parametrize(
    ("cell", "note", "whose"),
    [
        ("027215600001 (mẹ)", "mẹ", "mother"),
        ("số mẹ 027215600001", "số mẹ", "mother"),
        ("027 215 600 001 của bố", "của bố", "father"),
        ("027215600001 (bà nội)", "bà nội", "bà nội"),
        ("CCCD bố: 027215600001", "CCCD bố", "father"),
    ],
)
def test_a_number_of_a_relative_is_not_taken(cell: str, note: str, whose: str):
    assert told(cell, "value", "state", "digits", "note", "whose") == (None, "note", GOOD, note, whose)


def test_a_relative_s_old_number_is_a_relative_s_first():
    assert told("125128429 (mẹ)", "state", "digits", "whose") == ("note", "125128429", "mother")


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ("027215600001 ?", "?"),
        ("027215600001 chờ xác minh", "chờ xác minh"),
        ("027215600001 (cấp ngày 12/03/2020)", "cấp ngày 12/03/2020"),
        ("027215600001 (cấp 12.03.2020)", "cấp 12.03.2020"),
        ("027215600001*", "*"),
        ("027215600001 Hoa", "Hoa"),
    ],
)
def test_a_remark_is_told_and_the_number_stays_as_it_stands(cell: str, note: str):
    assert told(cell, "value", "state", "note", "whose") == (GOOD, "note", note, None)


@pytest.mark.parametrize("cell", ["027215600001 sai", "027215600001 (số cũ)", "027215600001 nhầm người"])
def test_a_number_that_its_own_cell_denies_is_not_taken(cell: str):
    assert told(cell, "value", "state", "digits") == (None, "note", GOOD)


@pytest.mark.parametrize(
    ("cell", "digits", "letters"),
    [
        ("O27215600001", "027215600001", "O"),
        ("027 2l5 6OO 001", "027215600001", "l, O"),
        ("CCCD: 02721560000l", "027215600001", "l"),
        ("027215600O01", "027215600001", "O"),
        ("Ο27215600001", "027215600001", "Ο"),
    ],
)
def test_letters_for_digits_are_told(cell: str, digits: str, letters: str):
    assert told(cell, "value", "state", "digits", "letters") == (None, "lookalike", digits, letters)


@pytest.mark.parametrize(
    "cell", ["027*****1234", "xxx…234", "027xxxxxx123", "027...123", "027•••••••23", "027----1234", "*****0001"]
)
def test_masked_numbers_are_told(cell: str):
    assert told(cell, "value", "state", "digits") == (None, "masked", None)


@pytest.mark.parametrize(
    "cell",
    [
        "0",
        "x",
        "X",
        "-",
        "--",
        "...",
        "k",
        "ko",
        "k có",
        "không",
        "Không có",
        "chưa có",
        "chua co",
        "CHƯA CẤP",
        "chưa cấp số",
        "đang làm",
        "đang chờ cấp",
        "N/A",
        "null",
        "?",
        "000000000000",
        "111111111111",
        "123456789012",
        "999999999999",
        "chưa có (sinh 2025)",
        "Số: 0",
        "mất",
        "xxxxxxxxxxxx",
        "************",
        "'-",
        "“”",
        cells.NUMBER + "0",
        cells.TRUTH + "FALSE",
    ],
)
def test_placeholders_are_no_numbers(cell: str):
    assert told(cell, "value", "state", "digits", "note") == (None, "placeholder", None, None)


@pytest.mark.parametrize("cell", [cells.ERROR + "#N/A", cells.UNCACHED, "#REF!", "#N/A", "#NAME?", "#####", "#DIV/0!"])
def test_broken_formulas_are_told(cell: str):
    assert told(cell, "value", "state") == (None, "error_cell")


@pytest.mark.parametrize("cell", ["125/2018", "Số 125/2018", cells.DATE + "2018-05-01"])
def test_numbers_of_birth_certificates_are_told(cell: str):
    assert told(cell, "value", "state") == (None, "birth_cert")


@pytest.mark.parametrize("cell", ["TE1272760970995", "te 1 27 2760970995"])
def test_insurance_cards_are_told(cell: str):
    assert told(cell, "value", "state") == (None, "insurance_card")


@pytest.mark.parametrize(
    "cell",
    [
        "B1234567",
        "C12345678",
        "12/03/2018",
        "12.03.2018",
        "2018-03-12",
        cells.DATE + "2018-05-07",
        "GCS 15/BV",
        "thẻ 57",
    ],
)
def test_the_rest_is_told_to_be_something_else(cell: str):
    assert told(cell, "value", "state") == (None, "other")


def test_no_cell_is_lost_and_all_stay_in_their_places():
    column = [GOOD, "chưa có", "125128429/027215600001", "27215600001", "027 215 600 001"]
    reading = described(pl.Series(column))
    assert reading["state"].to_list() == ["good", "placeholder", "two_numbers", "digits", "separators"]


def test_a_column_without_cells_has_no_answers():
    assert described(pl.Series([], dtype=pl.String)).height == 0


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters=cells.MARKS), max_size=25), max_size=6))
def test_any_text_has_one_answer_which_never_depends_on_its_neighbours(texts: list[str]):
    together = described(pl.Series(texts, dtype=pl.String)).rows(named=True)
    assert together == [read(text) for text in texts]


@settings(max_examples=20)
@given(
    st.lists(st.text(st.sampled_from("0123456789 .-/OlxXSCD:ĐN()mẹbốcủa?*E+"), max_size=25), min_size=20, max_size=60)
)
def test_a_value_is_always_twelve_digits_that_stand_in_the_cell(texts: list[str]):
    for text, value in zip(texts, described(pl.Series(texts))["value"], strict=True):
        if value is not None:
            assert len(value) == 12
            assert value in "".join(c for c in text if c.isdigit())


@settings(max_examples=20)
@given(st.lists(st.tuples(persons(), st.integers(0, 11), st.integers(0, 3)), min_size=20, max_size=60))
def test_any_look_alike_in_any_place_reads_as_it_was_meant(people: list[tuple[Person, int, int]]):
    typed = []
    for person, place, choice in people:
        letters = LOOK_ALIKES.get(person.number[place], "")
        if letters:
            letter = letters[choice % len(letters)]
            typed.append((person.number[:place] + letter + person.number[place + 1 :], person.number))
    reading = described(pl.Series([cell for cell, _ in typed], dtype=pl.String))
    assert set(reading["state"]) <= {"lookalike"}
    assert reading["digits"].to_list() == [meant for _, meant in typed]
