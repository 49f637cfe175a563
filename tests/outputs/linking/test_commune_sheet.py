"""One person in two communes' registers: moved, or held twice."""

import pytest

from sosach.outputs.linking.commune_sheet import commune_sheet, standing
from tests.engines.lists import AN, CUONG
from tests.outputs.linking.sides import column, links

THERE = AN | {"address": "Thôn Đông, xã Yên Sơn, tỉnh Bắc Ninh", "hamlet": "Thôn Đông", "status": "Đang quản lý"}


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("managed", "managed", "Cả A và B đang quản lý: ghi hai nơi."),
        (None, None, "Cả A và B đang quản lý: ghi hai nơi."),
        ("moved", "managed", "A ghi đã chuyển đi, B đang quản lý: đã chuyển."),
        ("managed", "moved", "B ghi đã chuyển đi, A đang quản lý: đã chuyển."),
        ("deceased", None, "A ghi đã mất, B đang quản lý."),
        ("managed", "deceased", "B ghi đã mất, A đang quản lý."),
        ("moved", "moved", "Cả A và B đều ghi không còn quản lý."),
    ],
)
def test_states_say_where_the_person_belongs(left, right, said):
    assert standing(left, right, ("A", "B")).startswith(said)


def test_state_of_each_commune_stands_beside_the_other(tmp_path):
    found = links(tmp_path, ("children", [AN | {"status": "Chuyển đi"}, CUONG]), ("children", [THERE]))
    sheet = commune_sheet("Có ở cả hai xã", found)
    states = [list(c.entries) for c in sheet.columns if c.upper == "Trạng thái"]
    assert states == [["Chuyển đi"], ["Đang quản lý"]]
    assert column(sheet, "Nhận xét") == ["Hòa Mẫu ghi đã chuyển đi, Yên Sơn đang quản lý: đã chuyển. Không cần làm gì."]
