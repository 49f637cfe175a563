"""The later export has what was brought to the software, and what it forgot is as it was before."""

import json

import openpyxl

from sosach.cli.demo.software import exported_again
from tests.store.people import HEADINGS, PLAINLY, child, children, workbook

FIELDS = (*HEADINGS, *PLAINLY)


def uploaded(tmp_path):
    """An upload of three children, in which the sex of the second was changed, and one new child."""
    place = workbook(tmp_path / "lan-1.xlsx", children(3), FIELDS)
    changed = [{"sheet": "Trẻ em", "row": 3, "column": "Giới tính", "old": "", "new": "Nam", "cell": "D3"}]
    proof = tmp_path / "lan-1.xlsx.proof.json"
    proof.write_text(json.dumps({"cells_changed": changed}, ensure_ascii=False), encoding="utf-8")
    workbook(tmp_path / "lan-1-new.xlsx", [child(9, record_code="")], FIELDS)
    return place


def rows(path):
    head, *told = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in told]


def test_everybody_stands_in_the_later_export(tmp_path):
    assert exported_again(uploaded(tmp_path), tmp_path / "b.xlsx") == 4
    told = rows(tmp_path / "b.xlsx")
    assert [row["Mã hồ sơ"] for row in told] == ["TE000001", "TE000002", "TE000003", "TE27900001"]
    assert told[1]["Giới tính"] == child(2)["sex"]


def test_one_value_is_forgotten(tmp_path):
    exported_again(uploaded(tmp_path), tmp_path / "b.xlsx", forgets=True)
    told = rows(tmp_path / "b.xlsx")
    assert told[1]["Giới tính"] is None
    assert told[0]["Giới tính"] == child(1)["sex"]


def test_children_entered_meanwhile_have_no_number(tmp_path):
    entered = {
        "full_name": "Nguyễn Văn An",
        "birth_date": "2025-05-02",
        "sex": "male",
        "hamlet": "Thôn Gò Me",
        "address": None,
        "father_name": None,
        "mother_name": "Trần Thị Mai",
        "record_code": "TE278001",
        "birth_cert_no": "1/2025",
        "personal_id": "027225600001",
    }
    exported_again(uploaded(tmp_path), tmp_path / "b.xlsx", [entered])
    last = rows(tmp_path / "b.xlsx")[-1]
    assert (last["Họ và tên"], last["Ngày sinh"], last["Số định danh"]) == ("Nguyễn Văn An", "02/05/2025", None)
