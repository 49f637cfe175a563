"""What Excel shows of numbers, dates and the rest."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.intake.shown import general, in_format, number_in_format
from sosach.text.cells import DATE, ERROR, NUMBER, SHOWN, TCVN3_FONT, TRUTH, UNCACHED


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (27215600001, "000000000000", "027215600001"),
        (27215600001, "000 000 000 000", "027 215 600 001"),
        (27215600001, '"CCCD "000000000000', "CCCD 027215600001"),
        (1234567, "#,##0", "1,234,567"),
        (0.5, "0.00%", "50.00%"),
        (27215600001, "0.00E+00", "2.72E+10"),
        (-5, "0;(0)", "(5)"),
        (-5, "0", "-5"),
        (0, "#", ""),
        (0, '0;-0;"không"', "không"),
        (3.14159, "0.##", "3.14"),
        (3, "0.##", "3."),
        (272156000012, "@", "272156000012"),
        (27215600001, '"0"0', "027215600001"),
        (990123456, "0### ### ###", "0990 123 456"),
        (1234.5, "_(* #,##0.00_)", "1,234.50"),
        (5, "[Red]00", "05"),
        (5, '"ẩn"', "ẩn"),
    ],
)
def test_numbers_in_their_formats(value: float, code: str, text: str) -> None:
    assert number_in_format(float(value), code) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Lê Lan", "Lê Lan"),
        (NUMBER + "27215600001", "27215600001"),
        (NUMBER + "272156000012", "2.72156E+11"),
        (NUMBER + "0.1", "0.1"),
        (NUMBER + "1e+22", "1E+22"),
        (DATE + "2015-08-16", "16/08/2015"),
        (TRUTH + "TRUE", "TRUE"),
        (ERROR + "#N/A", "#N/A"),
        (TCVN3_FONT + "NguyÔn", "NguyÔn"),
        (UNCACHED, None),
        (None, None),
    ],
)
def test_cells_in_general_format(cell: str | None, text: str | None) -> None:
    assert general(pl.Series([cell], dtype=pl.String)).to_list() == [text]


def told(cell: str, code: str) -> tuple[str, str]:
    """What a cell is and shows in a format."""
    answer = in_format(pl.DataFrame({"cell": [cell], "code": [code]}))
    return answer["cell"][0], answer["text"][0]


def test_padding_is_meant_other_formats_are_only_shown() -> None:
    assert told(NUMBER + "27215600001", "000000000000") == (SHOWN + "027215600001", "027215600001")
    assert told(NUMBER + "272156000012", "000000000000") == (NUMBER + "272156000012", "272156000012")
    assert told(NUMBER + "27215600001", "#,##0") == (NUMBER + "27215600001", "27,215,600,001")
    assert told(NUMBER + "27215600001", '"0"#') == (SHOWN + "027215600001", "027215600001")


def test_a_year_dressed_as_a_date_is_a_year() -> None:
    assert told(DATE + "2015-01-01", "yyyy") == ("2015", "2015")
    assert told(DATE + "2015-03-01", "mm/yyyy") == ("03/2015", "03/2015")


def test_texts_and_empty_cells_stay() -> None:
    assert told("027215600001", "000000000000") == ("027215600001", "027215600001")
    assert told("", "000") == ("", "")


@given(st.integers(0, 10**14), st.integers(2, 15))
def test_a_mask_of_noughts_only_adds_noughts_in_front(value: int, width: int) -> None:
    text = number_in_format(float(value), "0" * width)
    assert int(text or 0) == value
    assert len(text) == max(width, len(str(value)))
    assert told(f"{NUMBER}{value}", "0" * width)[1] == text
