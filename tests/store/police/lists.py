"""Lists for the police in tests of the store: a register with questions, a batch, and what comes back."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from sosach.forms.police import POLICE_LIST
from sosach.intake.options import ReadingOptions
from sosach.intake.police_answer import read_police_answer
from sosach.intake.read import read
from sosach.store.desk.import_register import import_register
from sosach.store.desk.receive_answer import Came, Received, receive_answer
from sosach.store.desk.send_batch import Sent, ToSend, send_batch
from sosach.store.log.act import Actor
from sosach.store.police.models import Batch
from sosach.store.registers.services.importing import File
from tests.forms.batches import LETTERS, Change
from tests.store.people import OPERATOR, child, taken_in

THURSDAY, WEDNESDAY = date(2026, 6, 18), date(2026, 6, 24)


def number_of(number: int, serial: int = 800000) -> str:
    """A number that fits child `number` and is nobody's yet."""
    own = child(number)["personal_id"]
    return f"{own[:6]}{serial + number:06d}"


def asked(folder: Path, *numbers: int, **facts: str) -> None:
    """A register in which these children lack their number, and two more lack nothing."""
    taken_in(folder / "a.xlsx", [*(child(n, personal_id="", **facts) for n in numbers), child(28), child(29)])


def aided(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """A register of beneficiaries, taken in."""
    headings = {"record_code": "Mã hồ sơ", "full_name": "Họ và tên", "birth_date": "Ngày sinh", "sex": "Giới tính",
                "ethnicity": "Dân tộc", "personal_id": "Số định danh", "hamlet": "Thôn",
                "category": "Loại đối tượng", "decision_no": "Số quyết định"}  # fmt: skip
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Bảo trợ")
    for line, cells in enumerate([headings, *rows]):
        for column, name in enumerate(headings):
            sheet.write_string(line, column, cells.get(name, ""))
    book.close()
    wanted = ReadingOptions(register="beneficiaries", profile=path.with_suffix(".toml"))
    file = File(read(path, wanted), path.read_bytes(), THURSDAY)
    import_register(file, actor=OPERATOR, on=THURSDAY)


def sent(folder: Path, name: str = "dot.xlsx", on: date = THURSDAY, **more: Any) -> Sent:
    """The next batch of children."""
    return send_batch(ToSend(register="children", out=folder / name, **more), actor=OPERATOR, on=on)


def filled(source: Path, target: Path, answers: Mapping[int, Mapping[str, object]], *changes: Change) -> Path:
    """The list as it comes back.

    Args:
        source: as it was sent.
        target: where to.
        answers: by number of the child (of its record code) what is written into which answer column.
        changes: what else was done to the sheet.
    """
    rows = rows_of(source)
    return written_into(source, target, {rows[number]: cells for number, cells in answers.items()}, *changes)


def written_into(source: Path, target: Path, cells: Mapping[int, Mapping[str, object]], *changes: Change) -> Path:
    """The list with cells written into rows of its sheet, and whatever else was done to it."""
    book = openpyxl.load_workbook(source)
    sheet = book[POLICE_LIST.sheet]
    for row, values in cells.items():
        for key, value in values.items():
            sheet[f"{LETTERS[key]}{row}"] = value
    for change in changes:
        change(sheet)
    book.save(target)
    return target


def rows_of(source: Path) -> dict[int, int]:
    """The row of the sheet by number of the child."""
    lines = Batch.objects.get(file_name=source.name, cancelled_by=None).lines.select_related("person")
    return {int((line.person.record_code or "")[2:]): line.number + 1 for line in lines}


def received(path: Path, on: date = WEDNESDAY, actor: Actor = OPERATOR, **more: Any) -> Received:
    """The file, taken in."""
    read = read_police_answer(path, ReadingOptions(password=more.pop("password", None)))
    return receive_answer(Came(read=read, content=path.read_bytes(), **more), actor=actor, on=on)


def answered(folder: Path, answers: Mapping[int, Mapping[str, object]], *changes: Change, **more: Any) -> Received:
    """The batch `dot.xlsx`, filled in and taken in."""
    name = more.pop("name", "tra.xlsx")
    return received(filled(folder / "dot.xlsx", folder / name, answers, *changes), **more)


def given(number: int, serial: int = 800000) -> dict[str, object]:
    """The police give a number."""
    return {"result": "Cấp/bổ sung số", "new_personal_id": number_of(number, serial)}


def adds_up(told: Received, rows: int) -> bool:
    """Whether the figures add up to the rows of the batch."""
    f = told.figures
    parts = ("applied", "conflicts", "next_step", "repeated")
    whole = f["answered"] + f["unanswered"] + f["altered_rows"] == rows
    return whole and sum(f[part] for part in parts) == f["answered"]
