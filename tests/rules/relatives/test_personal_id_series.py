import pytest

from tests.rules.tools import check_silent, findings

FIRST = 27_190_600_001


def _rows(count, who="mother", **same):
    return [{"full_name": "Nguyễn Văn An", f"{who}_personal_id": f"{FIRST + i:012}", **same} for i in range(count)]


@pytest.mark.parametrize(
    ("register", "who"),
    [("children", "father"), ("children", "mother"), ("children", "guardian"), ("beneficiaries", "carer")],
)
def test_numbers_that_a_pulled_cell_counted_on(register, who):
    found = findings(_rows(5, who), register=register, codes={f"{who}_personal_id_series"})
    assert [f["row"] for f in found] == [5, 6, 7, 8, 9]
    assert {(f["severity"], f["group"], f["field"]) for f in found} == {("warning", "basic_info", f"{who}_personal_id")}
    assert "có 5 số của" in str(found[0]["message"])


def test_one_household_is_no_excuse_for_many_mothers():
    assert len(findings(_rows(4, household_code="H00001"), codes={"mother_personal_id_series"})) == 4


def test_one_mothers_number_on_several_children():
    rows = [{"full_name": "Nguyễn Văn An", "mother_personal_id": "027190600001"}] * 6
    check_silent("mother_personal_id_series", rows=rows)
    assert findings(rows) == []


def test_three_are_too_few():
    check_silent("mother_personal_id_series", rows=_rows(3))


def test_empty_cells():
    check_silent("mother_personal_id_series", rows=[{"full_name": "An", "mother_personal_id": None}] * 5)
