import pytest

from tests.rules.tools import check_broken, check_silent, findings

CODE = "personal_id_series"
FIRST = 27_215_600_001


def _rows(count, start=FIRST, **same):
    return [{"full_name": "Nguyễn Văn An", "personal_id": f"{start + i:012}", **same} for i in range(count)]


def _rows_of_families(count, **same):
    rows = _rows(count, **same)
    mothers = ["Đặng Thị Thúy", "Lê Thị Bé", "Vũ Thị Lan", "Trần Thị Hoa", "Bùi Thị Mơ", "Đỗ Thị Na"]
    return [{**row, "mother_name": mothers[i % len(mothers)], "household_code": f"H{i}"} for i, row in enumerate(rows)]


@pytest.mark.parametrize("count", [4, 5, 30])
def test_numbers_that_a_pulled_cell_counted_on(count):
    found = findings(_rows_of_families(count), codes={CODE})
    assert [f["row"] for f in found] == list(range(5, 5 + count))
    assert {(f["severity"], f["group"]) for f in found} == {("warning", "wrong_id")}
    assert f"Từ dòng 5 đến dòng {4 + count} có {count} số" in str(found[0]["message"])


def test_series_of_numbers_that_lost_their_zeros():
    rows = [{**row, "personal_id": int(str(row["personal_id"]))} for row in _rows_of_families(5)]
    assert len(findings(rows, codes={CODE})) == 5


def test_file_without_households_and_parents():
    check_broken(CODE, rows=_rows(4))


def test_each_run_counts_for_itself():
    apart = [{"full_name": "Lê Lan", "personal_id": "027315600999"}]
    rows = _rows(4) + apart + _rows(3, FIRST + 5)
    assert [f["row"] for f in findings(rows, codes={CODE})] == [5, 6, 7, 8]


def test_series_on_two_sheets_is_no_series():
    check_silent(CODE, rows=_rows(4), sheets=["Thôn Gò Me", "Thôn Gò Me", "Thôn Bãi Dâu", "Thôn Bãi Dâu"])


@pytest.mark.parametrize("count", [2, 3])
def test_twins_and_triplets_have_neighbouring_numbers(count):
    check_silent(CODE, rows=_rows(count))


@pytest.mark.parametrize(
    "same", [{"household_code": "H00001"}, {"mother_name": "Đặng Thị Thúy"}, {"father_name": "Lê Văn Tư"}]
)
def test_brothers_and_sisters_registered_together(same):
    check_silent(CODE, rows=_rows(4, **same))


def test_family_within_a_longer_run_excuses_nobody():
    rows = _rows_of_families(6)
    for row in rows[:4]:
        row["household_code"] = "H00001"
    assert len(findings(rows, codes={CODE})) == 6


def test_equal_numbers_and_steps_of_two_are_no_series():
    check_silent(CODE, rows=[{"full_name": "Lê Lan", "personal_id": "027215600001"}] * 5)
    check_silent(CODE, rows=[{"full_name": "Lê Lan", "personal_id": f"{FIRST + 2 * i:012}"} for i in range(5)])


def test_empty_cells_and_running_numbers_of_rows_are_no_series():
    check_silent(CODE, rows=[{"full_name": "Lê Lan", "personal_id": None}] * 5)
    check_silent(CODE, rows=[{"full_name": "Lê Lan", "personal_id": str(i)} for i in range(20, 26)])
