import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "personal_id_prefix_abroad"
CHILD = {
    "full_name": "Nguyễn Văn An",
    "nationality": "Việt Nam",
    "ethnicity": "Kinh",
    "birth_place": "Bệnh viện Sản Nhi Bắc Ninh",
    "father_name": "Nguyễn Văn Tình",
    "mother_name": "Đặng Thị Thúy",
    "note": None,
}


@pytest.mark.parametrize("prefix", ["101", "174", "295"])
def test_number_of_another_country_that_nothing_explains(prefix):
    found = check_broken(CODE, **CHILD, personal_id=f"{prefix}215600001")
    assert (found["severity"], found["group"]) == ("warning", "wrong_id")


def test_file_that_tells_nothing_but_the_name():
    check_broken(CODE, full_name="Nguyễn Văn An", personal_id="174215600001")


@pytest.mark.parametrize(
    "known",
    [
        {"birth_place": "Seoul, Hàn Quốc"},
        {"birth_place": "sinh tại Đức"},
        {"nationality": "Hàn Quốc"},
        {"ethnicity": "Người nước ngoài"},
        {"father_name": "Chen Wei Ming"},
        {"mother_name": "Kim Soo Hyun"},
        {"full_name": "Wang An"},
        {"note": "khai sinh ở nước ngoài, theo mẹ về"},
    ],
)
def test_child_born_abroad_or_of_a_foreign_parent_carries_it_lawfully(known):
    check_silent(CODE, **{**CHILD, **known}, personal_id="174215600001")


def test_home_with_a_country_in_its_name_explains_nothing():
    check_broken(CODE, **{**CHILD, "birth_place": "xã Cao Đức, tỉnh Bắc Ninh"}, personal_id="174215600001")


@pytest.mark.parametrize("cell", ["027215600001", "003215600001", "174215", None])
def test_number_given_at_home_no_number_and_empty_cell(cell):
    check_silent(CODE, **CHILD, personal_id=cell)
