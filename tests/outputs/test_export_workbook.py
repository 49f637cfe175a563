"""Made-up workbooks as another program sees them, and as Sổ Sạch reads them back."""

from datetime import date
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from sosach.outputs.export_layout import CHILDREN_EXPORT, HAMLET_LISTS, HEALTH_STATION_LIST, Layout
from sosach.outputs.export_workbook import write_register
from sosach.population.population import population
from sosach.population.writing import BOTH_SEXES, written

TRUTH = population(60, 3, date(2026, 6, 18)).children
CELLS = written(TRUTH, "children").with_columns(TRUTH["hamlet"].alias("home")).with_row_index("person")


def write(folder: Path, layout: Layout, cells: pl.DataFrame = CELLS) -> tuple[openpyxl.Workbook, pl.DataFrame]:
    path = folder / "so.xlsx"
    places = write_register(path, cells, layout, "xã Hòa Mẫu", date(2026, 6, 4))
    return openpyxl.load_workbook(path), places


def test_export_has_titles_heading_and_total(tmp_path):
    book, places = write(tmp_path, CHILDREN_EXPORT)
    sheet = book["Danh sách"]
    assert [sheet.cell(row, 1).value for row in (1, 2, 4)] == [
        "UBND XÃ HÒA MẪU",
        "DANH SÁCH TRẺ EM DƯỚI 16 TUỔI",
        "STT",
    ]
    assert sheet.cell(3, 1).value.endswith("ngày 04/6/2026)")
    assert sheet.cell(places["row"].max() + 1, 2).value == f"{CELLS.height} trẻ em"
    assert sheet.freeze_panes == "D5"


def test_everybody_stands_where_it_is_told(tmp_path):
    book, places = write(tmp_path, CHILDREN_EXPORT)
    names = [book[sheet].cell(row, 3).value for _, sheet, row in places.iter_rows()]
    assert names == CELLS["full_name"].to_list()


def test_columns_nobody_looks_at_are_hidden(tmp_path):
    book, _ = write(tmp_path, CHILDREN_EXPORT)
    assert [key for key, width in book["Danh sách"].column_dimensions.items() if width.hidden] == ["AG"]


def test_hamlets_have_sheets_of_their_own(tmp_path):
    book, places = write(tmp_path, HAMLET_LISTS)
    assert book.sheetnames == [name.removeprefix("Thôn ") for name in CELLS["home"].unique(maintain_order=True)]
    assert set(places["sheet"]) == set(book.sheetnames)
    assert book.worksheets[0].cell(2, 1).value == f"Thôn {book.sheetnames[0]} - xã Hòa Mẫu (tính đến 04/6/2026)"


def test_heading_of_two_rows(tmp_path):
    book, _ = write(tmp_path, HAMLET_LISTS)
    sheet = book.worksheets[0]
    assert [sheet.cell(4, 3).value, sheet.cell(5, 3).value, sheet.cell(5, 4).value] == ["Năm sinh", "Nam", "Nữ"]
    assert {"C4:D4", "A4:A5", "G4:H4"} <= {str(area) for area in sheet.merged_cells.ranges}


def test_date_stands_under_the_sex(tmp_path):
    book, places = write(tmp_path, HAMLET_LISTS)
    for (_, sheet, row), sex in zip(places.iter_rows(), CELLS["sex"], strict=True):
        boy, girl = (book[sheet].cell(row, column).value for column in (3, 4))
        assert (boy is not None, girl is not None) == (sex == "Nam", sex == "Nữ")


def test_date_under_both_sexes(tmp_path):
    book, places = write(tmp_path, HAMLET_LISTS, CELLS.with_columns(sex=pl.lit(BOTH_SEXES)))
    _, sheet, row = places.row(0)
    assert book[sheet].cell(row, 3).value == book[sheet].cell(row, 4).value is not None


def test_list_without_titles_begins_with_its_heading(tmp_path):
    book, places = write(tmp_path, HEALTH_STATION_LIST)
    assert book.worksheets[0].cell(1, 1).value == "Số TT"
    assert places["row"].min() == 2


@pytest.mark.parametrize(("day", "shown"), [(date(2026, 2, 4), "04/02/2026"), (date(2026, 12, 31), "31/12/2026")])
def test_days_as_papers_of_the_state_write_them(tmp_path, day, shown):
    path = tmp_path / "so.xlsx"
    write_register(path, CELLS.head(1), CHILDREN_EXPORT, "xã Hòa Mẫu", day)
    assert shown in openpyxl.load_workbook(path)["Danh sách"].cell(3, 1).value
