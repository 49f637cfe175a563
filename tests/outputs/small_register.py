"""A check made by hand: a few made-up children of two hamlets, what was found, and the sheet they came from."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from sosach.findings.finding import FINDING_SCHEMA
from sosach.findings.notices import Notice, notice
from sosach.intake.reading import Column, Grid
from sosach.outputs.checked import Checked
from sosach.outputs.records import records_schema
from sosach.registers.children import REGISTER
from sosach.text.cells import DATE, NUMBER

ON = dt.date(2026, 6, 18)
SHEET = "Danh sách"

HEADINGS = {
    "A": ("STT", None),
    "B": ("Họ và tên", "full_name"),
    "C": ("Ngày sinh", "birth_date"),
    "D": ("Giới tính", "sex"),
    "E": ("Số định danh cá nhân", "personal_id"),
    "F": ("Thôn", "hamlet"),
    "G": ("Mã hộ", "household_code"),
    "H": ("Người nhập", None),
}


def record(
    row: int, sheet: str = SHEET, raw: Mapping[str, str | None] | None = None, **values: str | None
) -> dict[str, Any]:
    """A record; source texts are the values unless given."""
    source = values | dict(raw or {})
    return {
        "sheet": sheet,
        "row": row,
        **values,
        "raw": {field.name: source.get(field.name) for field in REGISTER.fields},
    }


def finding(row: int, rule: str, severity: str = "error", sheet: str = SHEET, **facts: Any) -> dict[str, Any]:
    """A finding; what is not given is empty."""
    group = None if severity == "info" else "basic_info"
    return {
        "sheet": sheet,
        "row": row,
        "rule": rule,
        "severity": severity,
        "group": group,
        "message": f"Câu về {rule}.",
        **facts,
    }


RECORDS = (
    record(
        5,
        full_name="Nguyễn Thị Ánh",
        birth_date="2016-08-16",
        sex="female",
        personal_id="003316600001",
        hamlet="Thôn Yên",
        household_code="H2",
        raw={"birth_date": "16/08/2016", "sex": "Nữ"},
    ),
    record(
        6,
        full_name="Trần Văn Đức",
        birth_date="2017-01-02",
        sex="male",
        hamlet="Thôn Ánh",
        household_code="H1",
        raw={"birth_date": "02/01/2017", "sex": "Nam", "personal_id": "3217600002"},
    ),
    record(
        7,
        full_name="Trần Thị Yến",
        birth_date="2018",
        hamlet="Thôn Ánh",
        household_code="H1",
        raw={"full_name": "TRẦN  THỊ YẾN"},
    ),
    record(8, full_name="Lê An", birth_date="2019-03-04", sex="male", raw={"birth_date": "4.3.19", "sex": "nam"}),
)

FINDINGS = (
    finding(
        6,
        "personal_id_lost_zero",
        group="wrong_id",
        column="Số định danh cá nhân",
        field="personal_id",
        value="3217600002",
        suggestion="003217600002",
        certainty="proven",
        message="Số “3217600002” có 10 chữ số vì bảng tính đã bỏ 2 số 0 ở đầu.",
    ),
    finding(7, "sex_missing", column="Giới tính", field="sex"),
    finding(
        7,
        "birth_date_no_day",
        "warning",
        column="Ngày sinh",
        field="birth_date",
        value="2018",
        suggestion="2018-05-06",
        certainty="likely",
    ),
    finding(7, "full_name_spacing", "info", column="Họ và tên", field="full_name", value="TRẦN  THỊ YẾN"),
    finding(8, "hamlet_missing", "warning", group="other", column="Thôn", field="hamlet"),
    finding(
        8,
        "row_same_person",
        "warning",
        group="duplicate",
        other_sheet=SHEET,
        other_row=5,
        message="Dòng này và dòng 5 là một người.",
    ),
)


def checked(
    records: Sequence[Mapping[str, Any]] = RECORDS,
    findings: Sequence[Mapping[str, Any]] = FINDINGS,
    *,
    name: str = "tre-em.xlsx",
    notices: tuple[Notice, ...] = (),
    with_raw: bool = True,
) -> Checked:
    """A check of these records with these findings."""
    schema = records_schema(REGISTER, with_raw=with_raw)
    rows = [{key: value for key, value in r.items() if key in schema} for r in records]
    summary = {
        "register": "children",
        "source": {
            "name": name,
            "sha256": "0123456789abcdef" * 4,
            "sheets": [
                {
                    "name": SHEET,
                    "header_row": 4,
                    "first_row": 5,
                    "last_row": 10,
                    "rows_read": len(rows) + 2,
                    "rows_skipped": [{"row": 9, "why": "dòng tổng cộng"}, {"row": 10, "why": "dòng chữ ký"}],
                }
            ],
            "other_sheets": [{"name": "Hướng dẫn", "why": "không có danh sách người"}],
            "columns": [{"sheet": SHEET, "heading": h, "field": f} for h, f in HEADINGS.values()],
        },
        "on": ON.isoformat(),
        "persons": len(rows),
        "unmapped_headings": ["STT", "Người nhập"],
    }
    return Checked(
        register=REGISTER,
        on=ON,
        summary=summary,
        notices=notices,
        columns=tuple(Column(SHEET, letter, h, f) for letter, (h, f) in HEADINGS.items()),
        records=pl.DataFrame(rows, schema=schema).lazy(),
        findings=pl.DataFrame(list(findings), schema=FINDING_SCHEMA).lazy(),
    )


def lost_zeros() -> Notice:
    """Something that is said about the file."""
    return notice("column_lost_zeros", column="Số định danh cá nhân", sheet=SHEET, file="tre-em.xlsx", count=1)


def grid(**changes: Any) -> Grid:
    """The sheet that `RECORDS` came from: titles, heading in row 4, four children, a sum, a signature."""
    text = {
        "A": ["DANH SÁCH TRẺ EM", None, None, "STT", "1", "2", "3", "4", "Tổng cộng", None],
        "B": [None, None, None, "Họ và tên", "Nguyễn Thị Ánh", "Trần Văn Đức", "TRẦN  THỊ YẾN", "Lê An", None, None],
        "C": [None, None, None, "Ngày sinh", "16/08/2016", "02/01/2017", "2018", "4.3.19", None, None],
        "D": [None, None, None, "Giới tính", "Nữ", "Nam", None, "nam", None, None],
        "E": [None, None, None, "Số định danh cá nhân", "003316600001", "3217600002", None, None, None, None],
        "F": [None, None, None, "Thôn", "Thôn Yên", "Thôn Ánh", "Thôn Ánh", None, None, None],
        "G": [None, None, None, "Mã hộ", "H2", "H1", "H1", None, None, None],
        "H": [None, None, None, "Người nhập", "=1+1", None, None, None, None, "Người lập"],
    }
    cells = {
        "A": ["DANH SÁCH TRẺ EM", None, None, "STT", *(NUMBER + str(n) for n in range(1, 5)), "Tổng cộng", None],
        "C": [
            None,
            None,
            None,
            "Ngày sinh",
            f"{DATE}2016-08-16",
            f"{DATE}2017-01-02",
            f"{NUMBER}2018",
            "4.3.19",
            None,
            None,
        ],
        "E": [None, None, None, "Số định danh cá nhân", "003316600001", f"{NUMBER}3217600002", None, None, None, None],
    }
    facts: dict[str, Any] = {
        "name": SHEET,
        "text": pl.DataFrame(text, schema=dict.fromkeys(text, pl.String)),
        "cells": pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String)),
        "widths": {"B": 24.0},
        "merged": ((0, 0, 0, 7),),
        "header_row": 4,
        "header_rows": 1,
    }
    return Grid(**(facts | changes))
