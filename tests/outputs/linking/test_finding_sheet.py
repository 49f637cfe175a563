"""Two registers that contradict each other: who, in which of them, why, and where the other row is."""

from sosach.outputs.linking.finding_sheet import finding_sheet
from tests.engines.lists import AN, CUONG, DUNG
from tests.outputs.linking.sides import column, links

KEPT = ("full_name", "birth_date", "sex", "personal_id")
AID = {"category": "Trẻ em mồ côi cả cha và mẹ", "benefit_status": "Đang hưởng"}


def test_findings_of_both_sides_stand_in_one_list(tmp_path):
    aid = [{k: child[k] for k in KEPT} | AID for child in (CUONG, DUNG)]
    found = links(tmp_path, ("children", [AN, CUONG]), ("beneficiaries", aid))
    sheet = finding_sheet("Hai sổ lệch nhau", "cross_register", found)
    assert column(sheet, "Họ và tên") == ["Lê Văn Cường", "Vũ Thị Dung"]
    assert column(sheet, "Trong sổ") == ["Sổ trẻ em", "Sổ bảo trợ"]
    assert (column(sheet, "Ở dòng"), column(sheet, "Dòng bên sổ kia")) == (["2", "2"], ["1", None])
    assert "mồ côi" in column(sheet, "Giải thích")[0]


def test_registers_that_agree_leave_the_list_empty(tmp_path):
    aid = [{k: AN[k] for k in KEPT} | AID]
    found = links(tmp_path, ("children", [AN | {"special_circumstance": "a"}]), ("beneficiaries", aid))
    assert finding_sheet("Hai sổ lệch nhau", "cross_register", found).rows == 0
