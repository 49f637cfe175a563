"""Who acts in tests of the store, and files for them to take in."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter

from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.store.desk.import_register import Imported, import_register
from sosach.store.log.act import Actor
from sosach.store.registers.services.importing import File
from sosach.store.sealing import new_key

OPERATOR = Actor("Bùi Thị Mai", "operator")
COLLABORATOR = Actor("Đỗ Thị Hoa", "collaborator", frozenset({"Thôn Gò Me"}))
POLICE = Actor("Lê Văn Sơn", "police")

KEY = new_key()  # the recovery key of homes in tests

ON = date(2026, 6, 18)

ROOT = Path(__file__).parent.parent.parent

HEADINGS = {
    "record_code": "Mã hồ sơ",
    "full_name": "Họ và tên",
    "birth_date": "Ngày sinh",
    "sex": "Giới tính",
    "ethnicity": "Dân tộc",
    "personal_id": "Số định danh",
    "hamlet": "Thôn",
    "address": "Địa chỉ",
    "father_name": "Họ tên cha",
    "mother_name": "Họ tên mẹ",
    "mother_birth_year": "Năm sinh mẹ",
}

# What makes a list plainly one of children.
PLAINLY = {"school": "Trường", "class_name": "Lớp", "at_risk": "Nguy cơ", "special_circumstance": "Hoàn cảnh đặc biệt"}

Row = Mapping[str, str]


def child(number: int, **facts: str) -> dict[str, str]:
    """A child about whom nothing is wrong, but for what is given."""
    month, day = divmod(number, 28)
    names = ("An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Nga")
    mothers = ("Cúc", "Đào", "Hồng", "Lan", "Mai", "Sen", "Thơm", "Tuyết", "Xuân", "Yến")
    first, second = names[number % 10], names[number // 10 % 10]
    girl = number % 2
    return {
        "record_code": f"TE{number:06d}",
        "full_name": f"Nguyễn {'Thị' if girl else 'Văn'} {second} {first}",
        "birth_date": f"{day + 1:02d}/{month % 12 + 1:02d}/{2012 + number % 9}",
        "sex": "Nữ" if girl else "Nam",
        "ethnicity": "Kinh",
        "personal_id": f"027{2 + girl}{12 + number % 9:02d}{600000 + number * 7:06d}",
        "hamlet": "Thôn Gò Me" if number % 3 else "Thôn Bãi Dâu",
        "father_name": f"Nguyễn Văn {second}",
        "mother_name": f"Trần Thị {mothers[number % 10]} {mothers[number // 10 % 10]}",
        "mother_birth_year": "1990",
    } | facts


def children(count: int) -> list[dict[str, str]]:
    """Children of numbers 1, 2, 3 ..."""
    return [child(number) for number in range(1, count + 1)]


def workbook(path: Path, rows: Sequence[Row], fields: Sequence[str] = tuple(HEADINGS), title: str = "") -> Path:
    """A register as a plain workbook of texts, under a title where one is given."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime(2026, 6, 1, tzinfo=UTC)})  # the same rows are the same bytes
    sheet = book.add_worksheet("Trẻ em")
    top = 1 if title else 0
    sheet.write_string(0, 0, title)
    sheet.write_row(top, 0, [(HEADINGS | PLAINLY)[name] for name in fields])
    for line, row in enumerate(rows, top + 1):
        for column, name in enumerate(fields):
            if row.get(name):
                sheet.write_string(line, column, row[name])
    book.close()
    return path


def opened(path: Path, as_of: date = ON) -> File:
    """A workbook, read."""
    wanted = ReadingOptions(register="children", profile=path.with_suffix(".toml"))
    return File(read(path, wanted), path.read_bytes(), as_of)


def taken_in(path: Path, rows: Sequence[Row], as_of: date = ON, accept: str = "") -> Imported:
    """A workbook of these rows, taken in."""
    return import_register(opened(workbook(path, rows), as_of), accept, actor=OPERATOR, on=as_of)
