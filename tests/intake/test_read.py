"""Whole files, of every kind, from bytes to the raw frame."""

import datetime as dt
from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.intake.reading import Reading
from sosach.text.cells import DATE, NUMBER, SHOWN
from tests.intake import books

BOTH = [books.HEADINGS, *books.PERSONS]
MORE = (4, "Lê Văn Tám", "2015", "Nam", "Kinh", 27215700005.0, None, None)
TEXT = "\n".join(";".join(map(str, row)) for row in BOTH)


def taken(path: Path, data: bytes) -> Reading:
    """The reading of these bytes."""
    path.write_bytes(data)
    return read(path, ReadingOptions())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml()))),
        ("a.xlsb", books.xlsb_bytes(BOTH)),
        ("a.xls", books.xls_bytes(BOTH)),
        ("a.ods", books.ods_bytes(BOTH)),
        ("a.csv", TEXT.encode("utf-8-sig")),
        ("b.csv", TEXT.replace(";", "\t").encode("utf-16")),
    ],
    ids=["xlsx", "xlsb", "xls", "ods", "csv", "unicode-text"],
)
def test_every_kind_of_file_gives_the_same_persons(tmp_path: Path, name: str, data: bytes) -> None:
    reading = taken(tmp_path / name, data)
    assert reading.register.name == "children"
    assert reading.frame["row"].to_list() == [2, 3, 4]
    assert reading.frame["full_name__raw"].to_list() == [row[1] for row in books.PERSONS]
    assert reading.frame["personal_id__raw"].to_list() == [row[5] for row in books.PERSONS]
    assert reading.frame["birth_date__raw"].to_list() == [row[2] for row in books.PERSONS]
    assert set(reading.frame["sheet"]) == {"" if name.endswith("csv") else "Danh sach"}


@pytest.mark.parametrize(
    ("name", "plain", "masked"),
    [
        ("a.xlsb", books.xlsb_bytes([*BOTH, MORE]), books.xlsb_bytes([*BOTH, MORE], styled=[(4, 5)])),
        ("a.xls", books.xls_bytes([*BOTH, MORE]), books.xls_bytes([*BOTH, MORE], codes={(4, 5): "000000000000"})),
        (
            "a.ods",
            books.ods_bytes([*BOTH, MORE], shown={(4, 5): "27215700005"}),
            books.ods_bytes([*BOTH, MORE], shown={(4, 5): "027215700005"}),
        ),
        (
            "a.xlsx",
            books.xlsx_bytes(books.sheet_xml(books.children_xml((*books.PERSONS, MORE)))),
            books.xlsx_bytes(
                books.sheet_xml(books.children_xml() + books.row_xml(5, MORE, style={5: 1})),
                {"xl/styles.xml": books.styles_xml(["000000000000"])},
            ),
        ),
    ],
    ids=["xlsb", "xls", "ods", "xlsx"],
)
def test_a_lost_nought_and_a_shown_one_are_told_apart_in_every_kind(
    tmp_path: Path, name: str, plain: bytes, masked: bytes
) -> None:
    lost, shown = taken(tmp_path / name, plain).frame, taken(tmp_path / name, masked).frame
    assert (lost["personal_id__raw"][-1], lost["personal_id__cell"][-1]) == ("27215700005", NUMBER + "27215700005")
    assert (shown["personal_id__raw"][-1], shown["personal_id__cell"][-1]) == ("027215700005", SHOWN + "027215700005")


def test_real_dates_keep_being_dates(tmp_path: Path) -> None:
    row = (4, "Lê Văn Tám", dt.date(2015, 8, 16), "Nam")
    for name, data in (("a.xls", books.xls_bytes([*BOTH, row])), ("a.ods", books.ods_bytes([*BOTH, row]))):
        frame = taken(tmp_path / name, data).frame
        assert frame["birth_date__cell"][-1] == DATE + "2015-08-16"
        assert frame["birth_date__raw"][-1] == "16/08/2015"


def test_numbers_in_text_fields_come_with_their_digits(tmp_path: Path) -> None:
    rows = [["Họ tên trẻ", "Ngày sinh", "SĐT", "Lớp", "Mã hộ"], ["Lê Lan", 2018, 999012345, 6, 12]]
    frame = read(books.saved(books.book_of(rows, name="trẻ em"), tmp_path / "a.xlsx"), ReadingOptions()).frame
    shown = frame.select("birth_date__raw", "phone__raw", "class_name__raw", "household_code__raw")
    assert shown.row(0) == ("2018", "999012345", "6", "12")


def test_a_second_table_with_its_columns_in_another_order_is_not_read_as_the_first(tmp_path: Path) -> None:
    turned = [[row[0], row[5], *row[1:5], *row[6:]] for row in BOTH]
    with pytest.raises(Refused) as caught:
        read(books.saved(books.book_of([*BOTH, *turned], name="trẻ em"), tmp_path / "a.xlsx"), ReadingOptions())
    assert caught.value.notice.code == "header_moved"
    assert caught.value.notice.message.startswith("Dòng 5, ")


def test_headings_in_an_old_encoding(tmp_path: Path) -> None:
    rows = [
        ["STT", "Hä vµ tªn", "Ngµy sinh", "D©n téc", "Hä tªn mÑ"],
        [1, "NguyÔn V¨n Minh", "05/03/2018", "Kinh", "Lª ThÞ Lý"],
    ]
    reading = read(books.saved(books.book_of(rows, name="trẻ em"), tmp_path / "a.xlsx"), ReadingOptions())
    assert [c.field for c in reading.columns] == [None, "full_name", "birth_date", "ethnicity", "mother_name"]
    assert reading.columns[1].heading == "Hä vµ tªn"  # as it stands in the file


def test_the_same_bytes_read_twice_give_the_same(tmp_path: Path) -> None:
    path = books.children(tmp_path / "a.xlsx")
    first, second = read(path, ReadingOptions()), read(path, ReadingOptions())
    assert first.frame.equals(second.frame)
    assert (first.sheets, first.columns, first.notices) == (second.sheets, second.columns, second.notices)


def test_grids_show_the_sheets_as_they_came(tmp_path: Path) -> None:
    rows = [["DANH SÁCH TRẺ EM"], ["Họ tên trẻ", "Ngày sinh", "Điểm"], ["Lê Lan", dt.date(2018, 3, 5), 7.5]]
    book = books.book_of(rows, name="trẻ em")
    book["trẻ em"].merge_cells("A1:C1")
    book["trẻ em"].column_dimensions["B"].width = 15
    (grid,) = read(books.saved(book, tmp_path / "a.xlsx"), ReadingOptions()).grids
    assert grid.text.rows() == [
        ("DANH SÁCH TRẺ EM", None, None),
        ("Họ tên trẻ", "Ngày sinh", "Điểm"),
        ("Lê Lan", "05/03/2018", "7.5"),
    ]
    assert grid.cells.row(2) == (DATE + "2018-03-05", NUMBER + "7.5")
    assert (grid.header_row, grid.header_rows, grid.merged, grid.widths["B"]) == (2, 1, ((0, 0, 0, 2),), 15.0)
