"""Every difference has both values, and the source that prevails where one does."""

from sosach.outputs.linking.difference_sheet import difference_sheet
from tests.engines.lists import AN, CUONG, birth
from tests.outputs.linking.sides import column, links


def test_both_values_and_what_the_prevailing_source_says(tmp_path):
    child = AN | {"sex": None}
    found = links(tmp_path, ("children", [child]), ("births", [birth(AN, birth_date="2018-06-14")]))
    sheet = difference_sheet("Khớp, khác nhau", found)
    assert column(sheet, "Thông tin") == ["Ngày sinh", "Giới tính"]
    assert column(sheet, "Sổ trẻ em ghi") == ["04/06/2018", "(để trống)"]
    assert column(sheet, "Sổ khai sinh ghi") == ["14/06/2018", "nam"]
    assert column(sheet, "Căn cứ ưu tiên") == ["sổ khai sinh"] * 2
    assert column(sheet, "Theo căn cứ ưu tiên là") == ["14/06/2018", "nam"]
    assert list(sheet.bands) == [0, 0]


def test_lines_of_a_person_stand_together(tmp_path):
    births = [birth(CUONG, sex="Nữ"), birth(AN, sex="Nữ", ethnicity="Tày")]
    found = links(tmp_path, ("children", [AN, CUONG]), ("births", births))
    sheet = difference_sheet("Khớp, khác nhau", found)
    assert column(sheet, "Họ và tên") == ["Lê Văn Cường", "Nguyễn Hòa An", "Nguyễn Hòa An"]
    assert list(sheet.bands) == [0, 1, 1]


def test_two_exports_have_no_prevailing_source(tmp_path):
    found = links(tmp_path, ("children", [AN, CUONG]), ("children", [AN | {"school": "THCS"}, CUONG]))
    titles = [c.title for c in difference_sheet("Có thay đổi", found).columns]
    assert "Bản cũ ghi" in titles
    assert "Căn cứ ưu tiên" not in titles


def test_sensitive_circumstance_is_not_printed_again(tmp_path):
    found = links(
        tmp_path,
        ("children", [AN | {"special_circumstance": "đ"}, CUONG]),
        ("children", [AN | {"special_circumstance": "l"}, CUONG]),
    )
    sheet = difference_sheet("Có thay đổi", found)
    assert column(sheet, "Bản cũ ghi") == ["(không in lại ở đây)"]
    assert column(sheet, "Bản mới ghi") == ["(không in lại ở đây)"]
