"""Facts as they are compared, whatever a spreadsheet did to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.forms.form import Part, comparable, same_facts
from sosach.forms.police import POLICE_LIST


@pytest.mark.parametrize(
    ("sent", "returned"),
    [
        ("Nguyễn Bảo An", "Nguyễn  Bảo An "),
        ("Nguyễn Bảo An", "Nguyễn Bảo\u00a0An"),
        ("Hoà", "Hoa\u0300"),
        ("027215600001", "27215600001"),
        ("04/06/2018", "4/6/2018"),
        ("", "  "),
    ],
)
def test_what_spreadsheets_do_by_themselves_makes_no_difference(sent: str, returned: str) -> None:
    assert comparable(sent) == comparable(returned)


@pytest.mark.parametrize(
    ("sent", "returned"),
    [("Nguyễn Bảo An", "Nguyễn Bảo Ân"), ("04/06/2018", "06/04/2018"), ("027215600001", "027215600002"), ("Hoà", "")],
)
def test_what_people_do_makes_one(sent: str, returned: str) -> None:
    assert comparable(sent) != comparable(returned)


@given(st.text())
def test_comparing_twice_is_comparing_once(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)


def test_a_missing_column_tells_nothing_against_the_row() -> None:
    assert same_facts(("An", "Nữ"), ("An", None)) == (True, True)
    assert same_facts(("An", "Nữ"), ("An", "")) == (True, False)


def test_the_columns_of_a_form_are_told_by_their_part() -> None:
    assert POLICE_LIST.code is not None
    assert POLICE_LIST.code.heading == "Mã dòng"
    assert len(POLICE_LIST.facts) + len(POLICE_LIST.answers) + 2 == len(POLICE_LIST.columns)
    assert all(column.part is Part.ANSWER for column in POLICE_LIST.answers)
