"""The list for the police in print, annexed to the minutes: the columns of the form but for those of the file alone.

No category, poverty, disability or telephone stands in it; a father who is not known is an empty cell.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sosach.forms.form import Part as FormPart
from sosach.forms.form import SentRow
from sosach.forms.police import POLICE_LIST
from sosach.papers import letterhead
from sosach.papers.document import Align, Cell, Paper, Part, Section, Style, Table, text
from sosach.papers.hand_over import total_in_words

_WHOM = {"children": ("TRẺ EM", "trẻ"), "beneficiaries": ("ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI", "người")}
_WIDTHS = {
    "code": 2.1, "number": 0.8, "full_name": 2.1, "birth_date": 1.75, "sex": 0.9, "ethnicity": 1.0, "personal_id": 2.2,
    "father_name": 1.8, "mother_name": 1.8, "hamlet": 1.4, "to_verify": 2.0, "result": 1.5, "new_personal_id": 2.2,
    "note": 1.6,
}  # fmt: skip
_LEFT_OUT = ("new_full_name", "new_birth_date", "new_sex")


def police_list_paper(minutes: Mapping[str, Any], rows: Sequence[SentRow]) -> Paper:
    """The list of a batch.

    Args:
        minutes: of the hand-over to the police.
        rows: as they were sent.
    """
    whom, unit = _WHOM[minutes["register"]]
    on = date.fromisoformat(minutes["sent_on"])
    heads = (
        text(
            f"DANH SÁCH {whom} ĐỀ NGHỊ ĐỐI CHIẾU, CUNG CẤP SỐ ĐỊNH DANH CÁ NHÂN - Đợt {minutes['batch']}", Style.ANNEX
        ),
        text(f"(Kèm theo Biên bản bàn giao ngày {on.day:02} tháng {on.month} năm {on.year})", Style.CENTRED),
    )
    body = Part("list", (*heads, _table(rows), text(f"{total_in_words(len(rows), unit)}.")))
    signed = letterhead.two_signatures("ĐẠI DIỆN BÊN NHẬN", "ĐẠI DIỆN BÊN GIAO")
    footer = (
        f"Đợt {minutes['batch']} · SHA-256 {minutes['file']['sha256'][:16]}… · danh sách có thông tin cá nhân, chỉ "
        "dùng để "
        "đối chiếu"
    )
    return Paper(f"Danh sách đợt {minutes['batch']}", (Section((body, signed), landscape=True, footer=footer),))


def _table(rows: Sequence[SentRow]) -> Table:
    columns = [column for column in POLICE_LIST.columns if column.key not in _LEFT_OUT]
    facts = [column.key for column in POLICE_LIST.columns if column.part is FormPart.FACT]
    lines = []
    for sent in rows:
        told = dict(zip(facts, sent.facts, strict=True)) | {"code": _in_two(sent.code), "number": str(sent.number)}
        lines.append(tuple(Cell(told.get(column.key, "")) for column in columns))
    aligns = [Align.CENTRE if column.key in ("number", "sex") else Align.LEFT for column in columns]
    widths = tuple(_WIDTHS[column.key] for column in columns)
    return Table(tuple(column.heading for column in columns), tuple(lines), widths, tuple(aligns), small=True)


def _in_two(code: str) -> str:
    """A code on two lines, its seal on the second."""
    front, dash, seal = code.rpartition("-")
    return f"{front}{dash}\n{seal}"
