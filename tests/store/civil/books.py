"""Extracts of the births book in tests of the store."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter

from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.store.desk.compare_births import Compared, compare_births
from sosach.store.log.act import Actor
from sosach.store.registers.services.importing import File
from tests.store.people import ON, OPERATOR, Row, child

HEADINGS = {
    "birth_cert_no": "Số giấy khai sinh",
    "book_no": "Quyển số",
    "registered_on": "Ngày đăng ký",
    "full_name": "Họ và tên",
    "birth_date": "Ngày sinh",
    "sex": "Giới tính",
    "ethnicity": "Dân tộc",
    "personal_id": "Số định danh",
    "father_name": "Họ tên cha",
    "mother_name": "Họ tên mẹ",
    "mother_birth_year": "Năm sinh mẹ",
    "residence": "Nơi cư trú của cha mẹ",
}


def birth(number: int, **facts: str) -> dict[str, str]:
    """The entry of child `number`, which says what the register says, but for what is given."""
    known = {name: value for name, value in child(number).items() if name in HEADINGS}
    entry = {"birth_cert_no": f"{number}/2020", "book_no": "01/2020", "registered_on": "01/07/2020"}
    return known | entry | {"residence": "xã Hòa Mẫu, tỉnh Bắc Ninh"} | facts


def extract(path: Path, rows: Sequence[Row], title: str = "") -> Path:
    """An extract as a plain workbook of texts."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime(2026, 6, 1, tzinfo=UTC)})  # the same rows are the same bytes
    sheet = book.add_worksheet("Khai sinh")
    top = 1 if title else 0
    sheet.write_string(0, 0, title)
    sheet.write_row(top, 0, list(HEADINGS.values()))
    for line, row in enumerate(rows, top + 1):
        for column, name in enumerate(HEADINGS):
            if row.get(name):
                sheet.write_string(line, column, row[name])
    book.close()
    return path


def compared(path: Path, rows: Sequence[Row], on: date = ON, actor: Actor = OPERATOR, title: str = "") -> Compared:
    """An extract of these rows, taken in and compared."""
    extract(path, rows, title)
    opened = read(path, ReadingOptions(register="births", profile=path.with_suffix(".toml")))
    return compare_births(File(opened, path.read_bytes(), on), actor=actor, on=on)
