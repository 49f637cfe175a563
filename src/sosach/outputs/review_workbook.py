"""`review.xlsx`: the workbook that people work with.

First the list of what has to be settled, then the totals, then the sheets as they came with the problem cells coloured.
Nothing that came in can turn into a formula or a link: strings are written as strings.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from sosach.intake.reading import Grid
from sosach.outputs.checked import Checked
from sosach.outputs.figures import Figures
from sosach.outputs.labels import register_name
from sosach.outputs.review.looks import Looks
from sosach.outputs.review.marks import marks
from sosach.outputs.review.places import TO_REVIEW, TOTALS, places, sheet_names
from sosach.outputs.review.source_sheet import Shape, write_source
from sosach.outputs.review.todo import todo
from sosach.outputs.review.todo_sheet import Linked, write_todo
from sosach.outputs.review.totals_sheet import write_totals
from sosach.outputs.workbook_file import add_sheet, close_workbook, open_workbook

# Above so many cells rows go to disk one by one: memory stays small, merged ranges are left out.
CELLS_IN_MEMORY = 1_000_000


def write_review(path: Path, checked: Checked, counted: Figures, grids: Sequence[Grid] | None) -> None:
    """Writes the workbook.

    Args:
        path: where to.
        checked: the check.
        counted: its figures.
        grids: the sheets as they came; None for the totals alone.

    Raises:
        OSError: the file cannot be written.
    """
    small = sum(grid.text.height * grid.text.width for grid in grids or ()) <= CELLS_IN_MEMORY
    workbook = open_workbook(path, _title(checked), checked.on, small=small)
    looks = Looks(workbook)
    list_sheet = _sheet(workbook, TO_REVIEW, checked) if grids is not None else None
    write_totals(_sheet(workbook, TOTALS, checked), checked, counted, looks, alone=grids is None)
    if list_sheet is not None:
        lines, where = todo(checked), places(checked.columns)
        names = sheet_names(grid.name for grid in grids or ())
        write_todo(list_sheet, lines, Linked(where, names), looks)
        last_persons = _last_persons(checked)
        for grid in grids or ():
            shape = Shape(
                last_person=last_persons.get(grid.name, 0),
                name_column=where.column(grid.name, "full_name", None),
                merge=small,
            )
            found = marks(lines, grid.name, where)
            write_source(_sheet(workbook, names[grid.name], checked), grid, found, shape, looks)
    close_workbook(workbook)


def _sheet(workbook: Workbook, name: str, checked: Checked) -> Worksheet:
    return add_sheet(workbook, name, _title(checked), str(checked.summary["source"]["name"]), checked.on)


def _title(checked: Checked) -> str:
    return f"Rà soát {register_name(checked.register)}"


def _last_persons(checked: Checked) -> Mapping[str, int]:
    """The zero-based row of the last person of each sheet."""
    last = checked.records.group_by("sheet").agg(pl.col("row").max() - 1).collect(engine="streaming")
    return dict(last.iter_rows())
