"""Where headings stand."""

from collections.abc import Sequence

import polars as pl

from sosach.intake.facts import column_letters
from sosach.intake.layout import Header, find_header
from sosach.intake.reading import Grid
from sosach.registers.catalogue import registers

ALL = tuple(registers().values())


def grid(rows: Sequence[Sequence[str | None]], merged: Sequence[tuple[int, int, int, int]] = ()) -> Grid:
    """A sheet of these texts."""
    width = max(map(len, rows))
    filled = [[*row, *[None] * (width - len(row))] for row in rows]
    names = [column_letters(number) for number in range(width)]
    text = pl.DataFrame(filled, schema=dict.fromkeys(names, pl.String), orient="row")
    return Grid(name="a", text=text, cells=pl.DataFrame(), widths={}, merged=tuple(merged))


def texts(header: Header | None) -> list[str]:
    """The headings."""
    assert header is not None
    return [heading.text for _, heading in header.headings]


PERSON = ["1", "Lê Lan", "5/3/2018", "Nữ", "Kinh"]
ONE = ["STT", "Họ tên", "Ngày sinh", "Giới tính", "Dân tộc"]


def test_titles_stand_above() -> None:
    header = find_header(grid([["UBND XÃ HÒA MẪU"], ["DANH SÁCH", "TRẺ EM"], [], ONE, PERSON]), ALL)
    assert header is not None
    assert (header.top, header.rows, header.below) == (3, 1, 4)
    assert header.title == "UBND XÃ HÒA MẪU\nDANH SÁCH TRẺ EM"


def test_a_heading_of_two_rows_without_merged_cells() -> None:
    rows = [
        ["TT", "Họ tên", "Năm sinh", None, "Dân tộc"],
        [None, None, "Nam", "Nữ", None],
        ["1", "Lê Lan", None, "2018", "Kinh"],
    ]
    header = find_header(grid(rows), ALL)
    assert texts(header) == ["TT", "Họ tên", "Năm sinh / Nam", "Năm sinh / Nữ", "Dân tộc"]


def test_the_first_persons_are_no_part_of_the_heading() -> None:
    left, right = ["1", "Lê Lan", "5/3/2018", "Nữ"], ["2", "Lê Minh", "027218700001", "Nam"]
    heading = ["STT", "Họ tên", "Ngày sinh", "Giới tính"]
    header = find_header(grid([heading + heading, left + right, right + left]), ALL)
    assert header is not None
    assert (header.top, header.rows) == (0, 1)


def test_merged_cells_head_all_their_columns() -> None:
    rows = [["TT", "Họ tên", "Mẹ", None, None], [None, None, "Họ tên", "Năm sinh", "Nghề"], PERSON]
    header = find_header(grid(rows, [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4)]), ALL)
    assert texts(header) == ["TT", "Họ tên", "Mẹ / Họ tên", "Mẹ / Năm sinh", "Mẹ / Nghề"]


def test_a_second_row_of_columns_nobody_knows_belongs_to_the_heading_by_its_merged_cells() -> None:
    rows = [
        ["Họ tên", "Ngày sinh", "Trợ cấp", None],
        [None, None, "Hệ số", "Số tiền"],
        ["Lê Lan", "1950", "1,5", "540"],
    ]
    merged = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)]
    header = find_header(grid(rows, merged), ALL)
    assert header is not None
    assert header.rows == 2


def test_the_first_person_is_no_part_of_the_heading() -> None:
    header = find_header(grid([ONE, PERSON, PERSON]), ALL)
    assert header is not None
    assert header.rows == 1


def test_a_sheet_of_something_else_has_none() -> None:
    assert find_header(grid([["Hướng dẫn"], ["Bước 1", "Mở tệp"], ["Bước 2", "Lưu"]]), ALL) is None
    assert find_header(grid([["Thôn", "Số trẻ"], ["Gò Me", "12"]]), ALL) is None


def test_a_heading_the_caller_named_counts() -> None:
    rows = [["STT", "Bé yêu", "Ngày sinh"], ["1", "Lê Lan", "2018"]]
    assert find_header(grid(rows), ALL) is None
    assert texts(find_header(grid(rows), ALL, [("full_name", "Bé yêu")])) == ["STT", "Bé yêu", "Ngày sinh"]


def test_columns_the_caller_named_find_the_row_of_words() -> None:
    rows = [["A1"], ["Cháu", "Sinh"], ["Lê Lan", "2018"]]
    header = find_header(grid(rows), ALL, (), ("A", "B"))
    assert header is not None
    assert header.top == 1


def test_long_notes_are_no_headings() -> None:
    header = find_header(grid([["x" * 200, "Ghi chú: " + "y" * 200], ONE, PERSON]), ALL)
    assert header is not None
    assert header.top == 1


def test_titles_in_an_old_encoding_are_read() -> None:
    header = find_header(grid([["Danh s¸ch trÎ em th«n Gß Me"], ONE, PERSON]), ALL)
    assert header is not None
    assert header.title == "Danh sách trẻ em thôn Gò Me"
