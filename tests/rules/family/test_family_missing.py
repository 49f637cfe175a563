import polars as pl
import pytest

from sosach.cleaning.frame import Cleaning, typed
from sosach.registers.catalogue import registers
from sosach.rules.catalogue import rules_for
from sosach.rules.context import Context
from sosach.rules.evaluate import findings_of_rows, prepared, questions
from sosach.rules.message import Headings
from tests.rules.tools import ON, check_broken, check_message, check_silent, raw_frame

CODE = "family_missing"
NOBODY = {"father_name": None, "mother_name": None, "guardian_name": None}


def test_nobody_is_named():
    found = check_broken(CODE, full_name="Lê An", **NOBODY)
    assert (found["severity"], found["group"], found["field"]) == ("error", "basic_info", "mother_name")


@pytest.mark.parametrize("who", ["father_name", "mother_name", "guardian_name"])
def test_one_of_three_is_enough(who):
    check_silent(CODE, full_name="Lê An", **{**NOBODY, who: "Lê Thị Hoa"})


def test_file_with_one_column_is_asked_about_that_one():
    assert check_broken(CODE, full_name="Lê An", father_name=None)["field"] == "mother_name"


def test_file_without_these_columns_is_not_asked():
    check_silent(CODE, full_name="Lê An")


@pytest.mark.parametrize("cell", ["không có", "-", "x"])
def test_placeholder_names_nobody(cell):
    check_broken(CODE, full_name="Lê An", **{**NOBODY, "mother_name": cell})


def test_message():
    assert check_message(CODE, full_name="Lê An", **NOBODY) == (
        "Hồ sơ chưa ghi cha, mẹ hoặc người giám hộ, trong khi cần ít nhất một người để liên hệ và đối chiếu."
    )


@pytest.mark.parametrize("birth", ["1938", "20/06/1985", "2010", "18/06/2010", None])
def test_grown_up_beneficiary_needs_no_parents(birth):
    check_silent(CODE, register="beneficiaries", full_name="Lê An", birth_date=birth, **NOBODY)


def test_child_among_the_beneficiaries():
    child = {"register": "beneficiaries", "full_name": "Lê An", "birth_date": "20/06/2015", **NOBODY}
    assert check_broken(CODE, **child)["severity"] == "error"
    check_silent(CODE, **child, carer_name="Lê Thị Hoa")


def test_a_name_merged_over_the_rows_of_siblings_is_not_missing():
    rows = [{"full_name": name, "mother_name": mother} for name, mother in (("Lê An", "Lê Hoa"), ("Lê Ba", None))]
    book = registers()["children"]
    raw = raw_frame([*rows, {"full_name": "Lê Tư", "mother_name": None}])
    raw = raw.with_columns(mother_name__covered=pl.Series([False, True, False]))
    context = Context(on=ON, register=book, commune=None)
    asked = questions((rule for rule in rules_for(book) if rule.code == CODE), context, Headings())
    frame, able = prepared(typed(raw, Cleaning(register=book, on=ON)), asked)
    assert findings_of_rows(frame, able)["row"].to_list() == [7]
