"""What a finding is: one fault of one person, with its reason and, where one can be given, a repair.

The columns and codes are a promise to other programs: columns may be added, their meaning never changes.
"""

from enum import StrEnum

import polars as pl


class Severity(StrEnum):
    """How sure it is that something is wrong."""

    ERROR = "error"  # cannot be right as it stands
    WARNING = "warning"  # unlikely: somebody must confirm or correct it
    INFO = "info"  # cleaned by us, nothing to do


class Group(StrEnum):
    """The groups of persons that the plan names in II.1.b, and those it forgot."""

    NO_ID = "no_id"  # first dash
    WRONG_ID = "wrong_id"  # second dash
    BASIC_INFO = "basic_info"  # third dash
    NOT_IN_REGISTER = "not_in_register"  # fourth dash: newly arising
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"
    OTHER = "other"


class Certainty(StrEnum):
    """How sure a suggestion is."""

    PROVEN = "proven"  # one repair is possible and all other facts of the row agree with it
    LIKELY = "likely"


GROUP_LABELS = {
    Group.NO_ID: "Không có số định danh",
    Group.WRONG_ID: "Số định danh sai, cần xác minh",
    Group.BASIC_INFO: "Thiếu hoặc sai thông tin cơ bản",
    Group.NOT_IN_REGISTER: "Phát sinh mới, chưa có trên phần mềm",
    Group.DUPLICATE: "Nghi trùng",
    Group.OUT_OF_SCOPE: "Ngoài phạm vi",
    Group.OTHER: "Khác",
}

SEVERITY_LABELS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cần xác minh", Severity.INFO: "Đã làm sạch"}

CERTAINTY_LABELS = {Certainty.PROVEN: "chắc chắn", Certainty.LIKELY: "có thể"}

# findings.parquet: one row per finding.
FINDING_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "sheet": pl.String,
    "row": pl.Int64,  # 1-based row of the source sheet
    "column": pl.String,  # heading in the file
    "field": pl.String,
    "rule": pl.String,
    "group": pl.String,
    "severity": pl.String,
    "value": pl.String,  # the text that Excel shows
    "suggestion": pl.String,
    "certainty": pl.String,
    "message": pl.String,
    "other_sheet": pl.String,
    "other_row": pl.Int64,
}
