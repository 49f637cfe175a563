"""Words that the page and the workbook share: names of groups and hamlets, the result, the rows that were skipped."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sosach.findings.finding import Group
from sosach.outputs.figures import NO_HAMLET, Figures, HamletFigures
from sosach.outputs.shown import percent, spans, whole

# What stands above the columns of the table by hamlet.
SHORT_GROUP_LABELS = {
    Group.NO_ID: "Chưa có số",
    Group.WRONG_ID: "Số sai, cần xác minh",
    Group.BASIC_INFO: "Thông tin cơ bản",
    Group.NOT_IN_REGISTER: "Chưa có trên phần mềm",
    Group.DUPLICATE: "Nghi trùng",
    Group.OUT_OF_SCOPE: "Ngoài phạm vi",
    Group.OTHER: "Khác",
}

GROUPS_NOTE = (
    "Một người có thể ở nhiều nhóm, nên các nhóm cộng lại có thể lớn hơn dòng cuối. Người phát sinh mới chỉ biết được "
    "khi đối chiếu với sổ khai sinh hoặc đi rà soát tại thôn."
)

SEVERITIES_EXPLAINED = {
    "error": "không thể đúng như đang ghi; cần giá trị mới, hoặc lý do để giữ.",
    "warning": "ít khi đúng; cần người có trách nhiệm xác nhận hoặc sửa theo giấy tờ.",
    "info": "chỉ gọn lại dấu cách, kiểu chữ, cách gõ; không cần làm gì.",
}

CERTAINTIES_EXPLAINED = (
    "Đề xuất chắc chắn: chỉ có một cách sửa khớp mọi thông tin của hồ sơ.",
    "Đề xuất có thể: cần đối chiếu giấy tờ trước khi chọn.",
)

UNTOUCHED = "Tệp gốc không bị sửa. Số đúng cấu trúc vẫn có thể là số của người khác, nên vẫn cần Công an đối chiếu."

PRIVATE = "Bản này có họ tên và thông tin cá nhân, chỉ dùng trong phạm vi công việc được giao."

_MOST_SPANS = 12  # runs of row numbers that are written out


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows of a sheet that are no persons, for one reason."""

    sheet: str
    why: str
    rows: tuple[int, ...]

    def in_words(self) -> str:
        """“dòng 613–615, 619: chữ ký (4 dòng)”"""
        runs = spans(self.rows)
        shown = ", ".join(runs[:_MOST_SPANS]) + (", …" if len(runs) > _MOST_SPANS else "")
        return f"dòng {shown}: {self.why} ({whole(len(self.rows))} dòng)"


def skipped(summary: Mapping[str, Any]) -> tuple[Skipped, ...]:
    """The skipped rows of a summary, sheet by sheet and reason by reason."""
    found: dict[tuple[str, str], list[int]] = {}
    for sheet in summary["source"]["sheets"]:
        for entry in sheet["rows_skipped"]:
            found.setdefault((sheet["name"], entry["why"]), []).append(entry["row"])
    return tuple(Skipped(sheet, why, tuple(rows)) for (sheet, why), rows in found.items())


def unmapped(summary: Mapping[str, Any]) -> tuple[str, ...]:
    """The headings that were taken for no field, each once."""
    return tuple(dict.fromkeys(summary["unmapped_headings"]))


def result(figures: Figures) -> str:
    """The result of a check in one sentence."""
    errors, warnings, concerned = figures.concerned.errors, figures.concerned.warnings, figures.concerned.concerned
    read = f"Đã đọc {whole(figures.persons)} người; "
    if not concerned:
        return f"{read}chưa thấy vấn đề nào."
    parts = [f"{whole(errors)} người có lỗi"] if errors else []
    if warnings:
        parts.append(f"{whole(warnings)} người chỉ cần xác minh")
    share = percent(concerned, figures.persons)
    return f"{read}{whole(concerned)} người có vấn đề ({share}): {', '.join(parts)}."


def shown_groups(figures: Figures) -> tuple[Group, ...]:
    """The groups with a column by hamlet: newly arising persons stand in no file, unless a check has found them."""
    return tuple(g for g in Group if g is not Group.NOT_IN_REGISTER or figures.groups[g].concerned)


def hamlet_name(line: HamletFigures) -> str:
    """What a line of the table by hamlet is called."""
    if line.name is None:
        return "Các thôn còn lại"
    return "Chưa ghi thôn" if line.name == NO_HAMLET else line.name
