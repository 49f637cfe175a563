import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "category_disability"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}


@pytest.mark.parametrize(
    ("category", "degree"),
    [
        ("Người khuyết tật đặc biệt nặng", "Nặng"),
        ("NKT nặng", "Đặc biệt nặng"),
        ("Người khuyết tật", "Nhẹ"),
        ("Trẻ em khuyết tật nặng", "nhẹ"),
    ],
)
def test_degree_of_another_category(category, degree):
    found = check_broken(CODE, **LE_AN, category=category, disability_degree=degree)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "other", "category")


@pytest.mark.parametrize(
    ("category", "degree"),
    [
        ("Người khuyết tật đặc biệt nặng", "Đặc biệt nặng"),
        ("NKT nặng", "NẶNG"),
        ("Người khuyết tật", "Đặc biệt nặng"),
        ("Hưởng trợ cấp hưu trí xã hội", "Nhẹ"),
        ("NKT nặng", "chưa xác định"),
        ("NKT nặng", None),
        (None, "Nặng"),
    ],
)
def test_degrees_that_fit_what_cannot_be_read_and_empty_cells(category, degree):
    check_silent(CODE, **LE_AN, category=category, disability_degree=degree)


def test_message():
    said = check_message(CODE, **LE_AN, category="NKT nặng", disability_degree="Nhẹ")
    assert said == "Loại “NKT nặng” không ứng với mức độ khuyết tật “Nhẹ” ghi trong hồ sơ."
