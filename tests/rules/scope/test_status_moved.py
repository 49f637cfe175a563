import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "status_moved"


@pytest.mark.parametrize("cell", ["Chuyển đi", "Đã chuyển đi nơi khác", "đã cắt khẩu"])
def test_status_says_so(cell):
    found = check_broken(CODE, full_name="Lê An", status=cell)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "out_of_scope", "status")


def test_message_quotes_the_cell_and_names_the_person_by_the_register():
    said = check_message(CODE, full_name="Lê An", status="Chuyển đi")
    assert said == "Cột “Trạng thái” ghi “Chuyển đi”, cho thấy trẻ đã chuyển khỏi xã nhưng hồ sơ vẫn còn."


@pytest.mark.parametrize("status", [{}, {"status": "Đang quản lý"}, {"status": None}])
def test_remark_says_so_and_the_status_is_doubted(status):
    facts = {"full_name": "Lê An", "note": "Đã chuyển đi tỉnh khác", **status}
    assert check_broken(CODE, **facts)["field"] == "status"
    assert "Ghi chú ghi “Đã chuyển đi tỉnh khác”" in check_message(CODE, **facts)


@pytest.mark.parametrize("facts", [{"note": "Chuyển khỏi xã năm 2025"}, {"benefit_status": "Đã chuyển đi nơi khác"}])
def test_beneficiary_without_a_status(facts):
    found = check_broken(CODE, register="beneficiaries", full_name="Lê An", **facts)
    assert found["field"] == "benefit_status"
    assert "đối tượng đã chuyển khỏi xã" in str(found["message"])


def test_beneficiary_with_a_status():
    facts = {"status": "Chuyển đi", "benefit_status": "Đang hưởng", "note": "Đã chuyển đi tỉnh khác"}
    assert check_broken(CODE, register="beneficiaries", full_name="Lê An", **facts)["field"] == "status"


@pytest.mark.parametrize(
    "note",
    ["Chuyển trường", "Bố mẹ đi làm ăn xa", "Mới chuyển đến", "Bố đã chuyển đi nơi khác", "Chưa chuyển đi", None],
)
def test_schools_work_arrivals_relatives_and_the_empty_cell(note):
    check_silent(CODE, full_name="Lê An", status="Đang quản lý", note=note)


def test_neither_column_is_in_the_file():
    check_silent(CODE, full_name="Lê An")
