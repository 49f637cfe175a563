"""Writes the typing list: person by person, field by field, what the software shows and what has to be typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from sosach.campaign.row_code import make
from sosach.dates.partial import shown as shown_date
from sosach.findings.notices import refused
from sosach.forms.form import SentRow, comparable
from sosach.forms.typing_list import TYPING_LIST
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.outputs.form_workbook import Cover, Instruction, write_form
from sosach.outputs.shown import day, whole
from sosach.outputs.upload.file_words import FileWords
from sosach.outputs.upload.settled import RECORD, Settled
from sosach.registers.register import Register
from sosach.text.collation import person_key

NEW_PERSON = "(thêm mới)"  # stands for what the software shows of somebody whom it does not have
DOUBLE, STANDS = "Hồ sơ trùng", "(đang có)"  # a record that has to be deleted
_HEAD = 16  # digits of a hash that a paper shows
NOTHING = "(để trống)"  # has to be typed as nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSeal:
    """What the list is called, and the key that seals its rows."""

    code: str  # “CN-03”
    key: bytes
    unit: str  # “xã Hòa Mẫu”
    on: date
    log_head: str = ""  # hash of the log's last event when the list was made


@dataclass(frozen=True, slots=True)
class TypingRows:
    """The rows of a typing list."""

    rows: tuple[SentRow, ...]
    changes: tuple[str, ...]  # the change that each row stands for, in the same order


def typing_rows(settled: Sequence[Settled], register: Register, words: FileWords, seal: ListSeal) -> TypingRows:
    """The rows, persons together, in the order of hamlets and names.

    Args:
        settled: everything that the software has not yet, persons without a place in the export as new ones.
        register: whose fields they are.
        words: how the software writes values.
        seal: of the list.
    """
    order = {RECORD: -1} | {field.name: number for number, field in enumerate(register.fields)}
    keys = _name_keys([one.person.full_name or "" for one in settled])
    places = sorted(
        range(len(settled)),
        key=lambda at: (
            settled[at].person.hamlet or "",
            keys[at],
            settled[at].person.birth_date or "",
            settled[at].person.record_code or "",
            settled[at].where or ("", 0),
            order[settled[at].field],
        ),
    )
    rows = []
    for number, at in enumerate(places, 1):
        facts = _facts(settled[at], register, words)
        rows.append(SentRow(number, make(seal.key, seal.code, number, facts), facts))
    return TypingRows(tuple(rows), tuple(settled[at].change for at in places))


def write_typing_list(path: Path, rows: Sequence[SentRow], seal: ListSeal) -> None:
    """Writes the list and reads it again.

    Raises:
        OSError: it cannot be written.
        Refused: it reads differently.
    """
    title = f"Danh sách nhập tay {seal.code} lên phần mềm, {seal.unit}"
    footer = f"{seal.code} · {seal.unit} · có thông tin cá nhân, chỉ dùng để cập nhật phần mềm"
    cover = Cover(title=title, footer=footer, on=seal.on, instructions=_instructions(len(rows), seal), frozen=5)
    write_form(path, TYPING_LIST, rows, cover)
    back = read_form(path, TYPING_LIST, ReadingOptions()).rows
    same = [(row.code, tuple(comparable(fact or "") for fact in row.facts)) for row in back]
    if same != [(row.code, tuple(map(comparable, row.facts))) for row in rows] or any(row.answers for row in back):
        raise refused("output_differs", file=path.name)


def _name_keys(names: Sequence[str]) -> Sequence[str]:
    """Names are sorted by given name, family name, middle name, in the order of the alphabet."""
    frame = pl.DataFrame({"name": names}, schema={"name": pl.String})
    return frame.select(person_key(pl.col("name")).fill_null("")).to_series().to_list()


def _facts(one: Settled, register: Register, words: FileWords) -> tuple[str, ...]:
    """In the order of the form's facts: hamlet, record code, name, date of birth, field, old, new."""
    person = one.person
    told = (DOUBLE, STANDS, f"Xóa, giữ hồ sơ {one.new}") if one.field == RECORD else _field(one, register, words)
    born = pl.select(shown_date(pl.lit(person.birth_date, dtype=pl.String))).item() or ""
    return (
        person.hamlet or "",
        person.record_code or "",
        person.full_name or "",
        born,
        *told,
    )


def _field(one: Settled, register: Register, words: FileWords) -> tuple[str, str, str]:
    """What is said of one field: its label, what stands there, what has to."""
    return (
        register.by_name[one.field].label,
        words.written(one.field, one.old) if one.where else NEW_PERSON,
        words.written(one.field, one.new) or NOTHING,
    )


def _instructions(count: int, seal: ListSeal) -> Sequence[Instruction]:
    return (
        ("Danh sách", f"{seal.code}, {seal.unit}, ngày {day(seal.on)}, {whole(count)} dòng"),
        ("Cách làm", "Mở hồ sơ trên phần mềm, sửa mục ở cột “Thông tin” theo cột “Cần nhập”, rồi đánh dấu x."),
        ("Thêm mới", f"Người có “{NEW_PERSON}” chưa có trên phần mềm: tạo hồ sơ mới, nhập đủ các dòng của người đó."),
        ("Hồ sơ trùng", f"Dòng “{DOUBLE}”: xóa hồ sơ ấy trên phần mềm, hồ sơ ghi ở cột “Cần nhập” thì giữ."),
        ("Không nhập được", "Chọn “không nhập được” và ghi lý do ở cột “Ghi chú”."),
        *((("Mã nhật ký", seal.log_head[:_HEAD]),) if seal.log_head else ()),
        ("Không đổi", "Cột “Mã dòng” và dòng tiêu đề; đánh dấu xong nhận lại tệp này để ghi vào nhật ký."),
    )
