"""The workbook of two lists: the sheets depend on what the lists are to each other, and stand there even when empty."""

import openpyxl
import pytest

from sosach.linkage.decided import Decision, Ruling
from sosach.outputs.links_workbook import write_links
from tests.engines.lists import AN, CUONG, NEWBORN, birth
from tests.outputs.linking.sides import links

THERE = AN | {"address": "Thôn Đông, xã Yên Sơn, tỉnh Bắc Ninh"}


def book(tmp_path, left, right, **facts):
    write_links(tmp_path / "links.xlsx", links(tmp_path, left, right, **facts))
    return openpyxl.load_workbook(tmp_path / "links.xlsx")


@pytest.mark.parametrize(
    ("left", "right", "sheets"),
    [
        (
            ("children", [AN]), ("births", [birth(AN)]),
            ["Khớp, khác nhau", "Cần xem", "Chưa có trong sổ", "Quá 60 ngày", "Chỉ có ở sổ", "Chỉ có ở hộ tịch",
             "Giống nhau"],
        ),
        (("children", [AN]), ("children", [AN, CUONG]), ["Có thay đổi", "Cần xem", "Mới", "Không còn"]),
        (
            ("children", [AN]), ("beneficiaries", [{"full_name": AN["full_name"], "birth_date": AN["birth_date"]}]),
            ["Hai sổ lệch nhau", "Khác thông tin", "Cần xem", "Giống nhau"],
        ),
        (("children", [AN]), ("children", [THERE]), ["Có ở cả hai xã", "Cần xem"]),
    ],
)  # fmt: skip
def test_sheets_by_what_the_lists_are(tmp_path, left, right, sheets):
    assert book(tmp_path, left, right).sheetnames == ["Tổng hợp", *sheets]


def test_counts_of_the_first_sheet_are_those_of_the_sheets(tmp_path):
    found = book(
        tmp_path, ("children", [AN, CUONG, NEWBORN]), ("births", [birth(AN, sex="Nữ"), birth(CUONG)])
    )  # fmt: skip
    told = {row[0]: row[1] for row in found["Tổng hợp"].values if isinstance(row[1], int)}
    rows = {name: sum(isinstance(r[0], int) for r in found[name].values) for name in told}
    assert told == rows
    assert told["Khớp, khác nhau"] == told["Giống nhau"] == told["Quá 60 ngày"] == 1


def test_decisions_have_a_sheet_once_there_are_any(tmp_path):
    decision = Decision(one="x", other="y", ruling=Ruling.ONE, about="An – Ân")
    found = book(tmp_path, ("children", [AN]), ("births", [birth(AN)]), decisions=(decision,), places=((0, 0),))
    assert found["Đã quyết định"]["C2"].value == "Đang áp dụng"
    heads = [cell.value for cell in found["Giống nhau"][1]]
    assert found["Giống nhau"].cell(2, heads.index("Kết luận") + 1).value == "Một người"
