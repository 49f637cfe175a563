"""Headings that offices write, and the fields they name."""

import pytest

from sosach.intake.headings import Heading, claim_of, is_no_field
from sosach.registers.catalogue import registers

# Strokes inside one heading; all other strokes part two rows.
ONE_ROW = {"Mã định danh/ CMND", "Thôn/xóm", "Hộ nghèo/Cận nghèo", "Ngày/năm sinh", "Số CCCD/ĐDCN"}

CASES = {
    "children": {
        "Mã trẻ": "record_code", "Họ và tên": "full_name", "Họ tên trẻ": "full_name", "Tên trẻ em": "full_name",
        "Họ và tên khai sinh": "full_name", "H.tên": "full_name", "Trẻ em/Họ và tên": "full_name",
        "Ngày sinh": "birth_date", "NTNS": "birth_date", "Năm sinh/Nam": "birth_date", "Năm sinh/Nữ": "birth_date",
        "Ngày sinh/Tháng": "birth_date", "Giới tính": "sex", "GT": "sex", "Nam": "sex", "Giới tính/Nữ": "sex",
        "Dân tộc": "ethnicity", "DT": "ethnicity", "Quốc tịch": "nationality", "Mã số định danh": "personal_id",
        "Mã định danh/ CMND": "personal_id", "CMND": "personal_id", "CCCD/Số": "personal_id",
        "Số giấy khai sinh": "birth_cert_no", "Giấy khai sinh/Số": "birth_cert_no", "Mã hộ": "household_code",
        "Số sổ hộ": "household_code", "Chủ hộ": "household_head", "Họ và tên chủ hộ": "household_head",
        "Thôn": "hamlet", "TDP": "hamlet", "Thôn/xóm": "hamlet", "Địa chỉ/Thôn": "hamlet",
        "Nơi thường trú": "address", "HKTT": "address", "Họ tên cha": "father_name", "Bố": "father_name",
        "Họ và tên bố đẻ": "father_name", "Thông tin cha/Họ tên": "father_name", "Năm sinh cha": "father_birth_year",
        "Thông tin cha/Năm sinh": "father_birth_year", "Số CCCD cha": "father_personal_id", "Mẹ": "mother_name",
        "Thông tin mẹ/Số CCCD": "mother_personal_id", "Mẹ/Số định danh": "mother_personal_id",
        "Năm sinh của mẹ": "mother_birth_year", "Họ tên người giám hộ": "guardian_name",
        "Người nuôi dưỡng": "guardian_name", "Họ và tên cha (mẹ) hoặc người giám hộ": "guardian_name",
        "Quan hệ với trẻ": "guardian_relation", "Số CCCD người giám hộ": "guardian_personal_id", "SĐT": "phone",
        "ĐT": "phone", "SĐT của mẹ": "phone", "Số thẻ BHYT": "health_insurance_no", "Trường": "school",
        "Nơi học/Trường": "school", "Nơi học/Lớp": "class_name", "Hoàn cảnh đặc biệt": "special_circumstance",
        "Nguy cơ rơi vào HCĐB": "at_risk", "Hộ nghèo/Cận nghèo": "poverty",
        "Thuộc diện hộ nghèo, cận nghèo": "poverty", "Trạng thái": "status", "Ghi chú": "note",
        "Số đinh danh cá nhân": "personal_id", "Hoàn cảnh dặc biêt": "special_circumstance", "STT": None,
        "Người cập nhật": None, "Ngày cập nhật": None, "Mã định danh học sinh": None, "Quan hệ với chủ hộ": None,
        "Dân tộc mẹ": None, "Nghề nghiệp của cha": None, "CCCD/Ngày cấp": None, "Bộ phận": None, "Bỏ học": None,
        "Tuổi": None, "Mã xã": None, "Nơi sinh/Xã": None, "Mã học sinh": None,
        "Họ và tên học sinh": "full_name", "HOVATEN": "full_name", "DTOC": "ethnicity", "Nơi ở (Thôn)": "hamlet",
        "Gender": "sex", "Ethnic group": "ethnicity", "ID number": "personal_id", "Father's name": "father_name",
        "Mother's name": "mother_name", "Village": "hamlet", "Phone number": "phone", "Tên đệm": "full_name",
    },
    "beneficiaries": {
        "Mã đối tượng": "record_code", "Họ tên người hưởng": "full_name", "Ngày/năm sinh": "birth_date",
        "Số CCCD/ĐDCN": "personal_id", "Số CMND cũ": "old_id", "Loại đối tượng": "category",
        "Nhóm đối tượng": "category", "Đối tượng": "category", "QĐ số": "decision_no", "Quyết định/Số": "decision_no",
        "Quyết định/Ngày": "decision_date", "Ngày QĐ": "decision_date", "Thời điểm hưởng": "benefit_from",
        "Trạng thái hưởng": "benefit_status", "Khuyết tật/Dạng": "disability_type", "Mức độ KT": "disability_degree",
        "Người CS": "carer_name", "Người chăm sóc/Họ tên": "carer_name", "Năm sinh người CS": "carer_birth_date",
        "Người chăm sóc/Số CCCD": "carer_personal_id", "Quan hệ với đối tượng": "carer_relation",
        "Hộ nhận chăm sóc": "carer_name", "Mức trợ cấp": None, "Hệ số": None, "Ký nhận": None,
    },
    "births": {
        "Số": "birth_cert_no", "Quyển số": "book_no", "Ngày đăng ký": "registered_on",
        "Họ, chữ đệm, tên": "full_name", "Ngày, tháng, năm sinh": "birth_date",
        "Họ, chữ đệm, tên người cha": "father_name", "Năm sinh của mẹ": "mother_birth_year",
        "Nơi cư trú": "residence", "Nơi sinh": "birth_place", "Dân tộc của cha": None,
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("register", "text", "field"), [(r, t, f) for r, cases in CASES.items() for t, f in cases.items()], ids=str
)
def test_headings_name_their_fields(register: str, text: str, field: str | None) -> None:
    parts = (text,) if text in ONE_ROW else tuple(text.split("/"))
    claim = claim_of(Heading(parts), registers()[register])
    assert (claim.field if claim else None) == field


@pytest.mark.parametrize("register", ["children", "beneficiaries", "births"])
def test_every_heading_a_register_lists_names_its_field(register: str) -> None:
    known = registers()[register]
    seen: dict[str, str] = {}
    for field in known.fields:
        for heading in field.headings:
            claim = claim_of(Heading((heading,)), known)
            assert claim is not None, heading
            assert claim.field == seen.setdefault(heading, field.name), heading


def test_the_column_tells_the_sex() -> None:
    children = registers()["children"]
    assert claim_of(Heading(("Năm sinh", "Nam")), children).part == "male"  # type: ignore[union-attr]
    assert claim_of(Heading(("Giới tính", "Nữ")), children).part == "female"  # type: ignore[union-attr]
    assert claim_of(Heading(("Ngày sinh", "Năm")), children).part == "year"  # type: ignore[union-attr]


@pytest.mark.parametrize("heading", ["Con gái", "Bé gái", "Nữ", "Gái"])
def test_words_for_girls_head_a_column_to_tick(heading: str) -> None:
    claim = claim_of(Heading((heading,)), registers()["children"])
    assert claim is not None
    assert (claim.field, claim.part) == ("sex", "female")


def test_marks_and_case_do_not_matter() -> None:
    children = registers()["children"]
    assert claim_of(Heading(("HO VA TEN CHA",)), children).field == "father_name"  # type: ignore[union-attr]
    assert claim_of(Heading(("ma the bhyt",)), children).field == "health_insurance_no"  # type: ignore[union-attr]


def test_near_spellings_can_be_left_out() -> None:
    children = registers()["children"]
    assert claim_of(Heading(("Quốc tihc",)), children, near=False) is None
    assert claim_of(Heading(("Quốc tihc",)), children) is not None


def test_columns_that_are_no_field_are_known() -> None:
    assert is_no_field("STT")
    assert is_no_field("Người cập nhật")
    assert not is_no_field("Năng khiếu")


def test_a_heading_of_two_rows_is_named_with_a_stroke() -> None:
    assert Heading(("Năm\nsinh", " Nam ")).text == "Năm sinh / Nam"


def test_no_heading_is_listed_for_two_fields_of_a_register() -> None:
    for register in registers().values():
        listed = [heading for field in register.fields for heading in field.headings]
        twice = {heading for heading in listed if listed.count(heading) > 1}
        assert twice == set()
