"""What the national software of the demo does: it takes the prepared files in, and exports the register again.

It forgets one value that was brought to it, as software does, so that there is something to find out; and somebody has
entered a few children meanwhile who have no number yet.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.outputs.plain_workbook import write_plain_workbook

Row = dict[str, str | None]  # what Excel shows, by field
Truth = Mapping[str, str | None]

_CODE = "TE279{number:05d}"  # codes that the software gives to new children
_SEX = {"male": "Nam", "female": "Nữ"}
_ENTERED = ("full_name", "hamlet", "address", "father_name", "mother_name", "record_code", "birth_cert_no")


def exported_again(uploaded: Path, export: Path, entered: Sequence[Truth] = (), *, forgets: bool = False) -> int:
    """Writes the register as the software exports it after an upload; gives the number of children.

    Args:
        uploaded: the workbook of the upload; its new children stand beside it.
        export: where the later export goes.
        entered: children whom somebody has entered in the software meanwhile, without their numbers.
        forgets: whether the first changed value is as it was before.
    """
    rows, headings = _rows(uploaded)
    if forgets:
        _forget(rows, headings, uploaded)
    new = uploaded.with_name(f"{uploaded.stem}-new.xlsx")
    more = _rows(new)[0] if new.exists() else []
    for number, row in enumerate(more, 1):
        row["record_code"] = row.get("record_code") or _CODE.format(number=number)
    everybody = [*rows, *more, *map(_entered, entered)]
    told = [[row.get(field) or "" for field in headings] for row in everybody]
    write_plain_workbook(export, {"Danh sách": [list(headings.values()), *told]})
    return len(told)


def _rows(path: Path) -> tuple[list[Row], dict[str, str]]:
    """What Excel shows of every child, with `row` of the sheet; and the headings by field."""
    taken = read(path, ReadingOptions(register="children", insist=True))
    headings = {column.field: column.heading for column in taken.columns if column.field}
    frame = next(taken.batches(1_000_000))
    told = frame.select("row", *(f"{field}__raw" for field in headings))
    return told.rename(lambda name: name.removesuffix("__raw")).to_dicts(), headings


def _forget(rows: Sequence[Row], headings: Mapping[str, str], uploaded: Path) -> None:
    cell = json.loads(uploaded.with_name(f"{uploaded.name}.proof.json").read_text(encoding="utf-8"))["cells_changed"][0]
    field = next(field for field, heading in headings.items() if heading == cell["column"])
    next(row for row in rows if row["row"] == cell["row"])[field] = cell["old"]


def _entered(truth: Truth) -> Row:
    told: Row = {field: truth[field] for field in _ENTERED}
    day = "/".join(reversed((truth["birth_date"] or "").split("-")))
    return told | {"birth_date": day, "sex": _SEX[truth["sex"] or "male"], "ethnicity": "Kinh"}
