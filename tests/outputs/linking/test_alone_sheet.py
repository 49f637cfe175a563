"""Whoever stands in one list only is told why, the most urgent first."""

from sosach.linkage.civil import ONLY_IN_BIRTHS, ONLY_IN_REGISTER
from sosach.outputs.linking.alone_sheet import WHY, alone_sheet
from tests.engines.lists import AN, CUONG, NEWBORN, birth
from tests.outputs.linking.sides import column, links

TWICE = NEWBORN | {"record_code": "TE8", "hamlet": "Thôn Gò Me"}


def test_every_reason_has_its_sentence():
    assert set(WHY) == set(ONLY_IN_REGISTER.categories) | set(ONLY_IN_BIRTHS.categories)


def test_reasons_stand_in_order_and_say_what_to_do(tmp_path):
    found = links(tmp_path, ("children", [CUONG, NEWBORN, TWICE, AN]), ("births", [birth(NEWBORN)]))
    sheet = alone_sheet("Chỉ có ở sổ", found.left_alone, found.left, most=20)
    told = column(sheet, "Vì sao, việc cần làm")
    first = column(sheet, "Họ và tên")[0]
    assert first == "Hà Minh Khôi"
    assert "dòng 2" in told[0] or "dòng 3" in told[0]
    assert told[1] == told[2] == WHY["registered_elsewhere"]


def test_reason_may_be_left_out_where_there_is_none(tmp_path):
    found = links(tmp_path, ("children", [AN, CUONG]), ("children", [CUONG | {"school": "THCS"}]))
    sheet = alone_sheet("Không còn", found.left_alone, found.left, most=20, explained=False)
    assert column(sheet, "Họ và tên") == ["Nguyễn Hòa An"]
    assert "Vì sao, việc cần làm" not in [c.title for c in sheet.columns]


def test_a_sheet_holds_the_first_in_order(tmp_path):
    found = links(tmp_path, ("children", [CUONG, NEWBORN, TWICE, AN]), ("births", [birth(NEWBORN)]))
    sheets = [alone_sheet("Chỉ có ở sổ", found.left_alone, found.left, most=most) for most in (1, 20)]
    assert [sheet.rows for sheet in sheets] == [1, 3]
    assert column(sheets[0], "Họ và tên") == column(sheets[1], "Họ và tên")[:1]
