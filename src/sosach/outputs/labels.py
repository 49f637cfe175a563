"""Words that the page and the workbook share: names of groups and hamlets, the result, the rows that were skipped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sosach.findings.finding import Group
from sosach.findings.notices import Notice
from sosach.outputs.figures import NO_HAMLET, Figures, HamletFigures
from sosach.outputs.shown import percent, spans, whole
from sosach.registers.register import Register

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

_ORDINALS = frozenset({"stt", "tt", "số tt", "số thứ tự", "thứ tự"})

_TOLD = frozenset({"column_unmapped", "rows_skipped"})


@dataclass(frozen=True, slots=True)
class Skipped:
    """The rows of a sheet that are no persons, by reason."""

    sheet: str
    rows: Mapping[str, Sequence[int]]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows.values()))

    def in_words(self) -> str:
        """“dòng 612: dòng tổng cộng; dòng 613–615, 619: phần ký tên”"""
        return "; ".join(f"dòng {_runs(rows)}: {why}" for why, rows in self.rows.items())


def _runs(rows: Sequence[int]) -> str:
    runs = spans(rows)
    return ", ".join(runs[:_MOST_SPANS]) + (f", … ({whole(len(rows))} dòng)" if len(runs) > _MOST_SPANS else "")


def skipped(summary: Mapping[str, Any]) -> tuple[Skipped, ...]:
    """The skipped rows of a summary, sheet by sheet; sheets without any are left out."""
    found = []
    for sheet in summary["source"]["sheets"]:
        by_reason: dict[str, list[int]] = {}
        for entry in sheet["rows_skipped"]:
            by_reason.setdefault(entry["why"], []).append(entry["row"])
        if by_reason:
            found.append(Skipped(sheet["name"], by_reason))
    return tuple(found)


def unmapped(summary: Mapping[str, Any]) -> tuple[str, ...]:
    """The headings that were taken for no field, each once; numbers of lines are no information to ask about."""
    return tuple(h for h in dict.fromkeys(summary["unmapped_headings"]) if h.strip(" .").casefold() not in _ORDINALS)


def worth_saying(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """The notices whose facts do not stand in the accounting of rows and columns anyway."""
    told = tuple(notice.message for notice in notices if notice.code in _TOLD)
    return tuple(n for n in notices if n.code not in _TOLD and not (told and n.message.endswith(told)))


def register_name(register: Register) -> str:
    """“sổ trẻ em”, “trích xuất khai sinh”."""
    return register.label if register.label.startswith("trích xuất") else f"sổ {register.label}"


def result(figures: Figures, file: str | None = None) -> str:
    """The result of a check in one sentence; with the file's name where nothing around it tells."""
    errors, warnings, concerned = figures.concerned.errors, figures.concerned.warnings, figures.concerned.concerned
    where = f" trong “{file}”" if file else ""
    read = f"Đã đọc {whole(figures.persons)} người{where}; "
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


def knows_hamlets(figures: Figures) -> bool:
    """Whether anybody's hamlet is known."""
    return any(line.name != NO_HAMLET for line in figures.hamlets)
