from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from sosach.outputs.checked import Checked
from sosach.outputs.figures import figures
from sosach.outputs.labels import result
from sosach.outputs.review.looks import Looks
from sosach.outputs.review.totals_sheet import write_totals
from tests.outputs.small_register import checked, lost_zeros, record


def _written(path: Path, check: Checked, *, alone: bool = False) -> Worksheet:
    with Workbook(path / "a.xlsx", {"strings_to_formulas": False}) as book:
        write_totals(book.add_worksheet(), check, figures(check), Looks(book), alone=alone)
    return openpyxl.load_workbook(path / "a.xlsx").active


def _rows(sheet: Worksheet) -> dict[object, list[object]]:
    """The rows by what stands in front, the upper one where two begin alike."""
    return {row[0]: list(row[1:]) for row in reversed(list(sheet.iter_rows(values_only=True)))}


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    return _written(tmp_path, checked(notices=(lost_zeros(),)))


def test_the_result_stands_on_top(sheet: Worksheet) -> None:
    assert sheet["A1"].value == "Tổng hợp kết quả kiểm tra sổ trẻ em"
    assert result(figures(checked())) in _rows(sheet)


def test_groups_count_persons_and_their_share(sheet: Worksheet) -> None:
    rows = _rows(sheet)
    assert rows["Số định danh sai, cần xác minh"][:4] == [1, 1, 0, 0.25]
    assert rows["Phát sinh mới, chưa có trên phần mềm"][:4] == ["–"] * 4
    assert rows["Người có vấn đề"][:4] == [3, 2, 1, 0.75]


def test_hamlets_add_up(sheet: Worksheet) -> None:
    rows = _rows(sheet)
    columns = [rows[name][:8] for name in ("Thôn Ánh", "Thôn Yên", "Chưa ghi thôn")]
    for i, total in enumerate(rows["Cả tệp"][:8]):
        assert sum(int(str(column[i])) for column in columns) == total


def test_problems_come_with_their_next_step(sheet: Worksheet) -> None:
    assert _rows(sheet)["Mất số 0 đầu"][:3] == ["Lỗi", 1, 1]
    assert str(_rows(sheet)["Mất số 0 đầu"][3]).endswith(".")


def test_what_was_read_and_what_was_not(sheet: Worksheet) -> None:
    rows = _rows(sheet)
    assert rows["Danh sách"][:4] == [4, 6, 4, 2]
    assert "Bỏ qua ở “Danh sách”: dòng 9: dòng tổng cộng; dòng 10: dòng chữ ký." in rows
    assert "Không đọc trang tính “Hướng dẫn”: không có danh sách người." in rows
    assert "Cột chưa rõ là thông tin gì, không kiểm tra: “Người nhập”." in rows
    assert f"{lost_zeros().message} {lost_zeros().next_step}" in rows


def test_alone_it_says_where_the_rest_is(tmp_path: Path, sheet: Worksheet) -> None:
    told = " ".join(str(key) for key in _rows(_written(tmp_path, checked(), alone=True)))
    assert "--review full" in told
    assert "“Cần rà soát”: mỗi dòng" not in told
    assert "“Cần rà soát”: mỗi dòng" in " ".join(str(key) for key in _rows(sheet))


def test_colours_are_explained(sheet: Worksheet) -> None:
    samples = {
        row[0].value: row[0].fill.fgColor.rgb for row in sheet.iter_rows() if row[0].value in ("Lỗi", "Cần xác minh")
    }
    assert len(set(samples.values())) == 2


def test_a_clean_file_has_no_table_of_problems(tmp_path: Path) -> None:
    assert "Theo vấn đề" not in _rows(_written(tmp_path, checked(findings=())))


def test_without_hamlets_there_is_no_table_by_hamlet(tmp_path: Path) -> None:
    rows = _rows(_written(tmp_path, checked([record(5, full_name="An")], ())))
    assert "Theo thôn: số người có vấn đề ở mỗi nhóm" not in rows
