"""`review.xlsx`: the workbook that people work with.

First the list of what has to be settled, then the totals, then the sheets as they came with the problem cells coloured.
Nothing that came in can turn into a formula or a link: strings are written as strings.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

import polars as pl
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from sosach.intake.reading import Grid
from sosach.outputs.checked import Checked
from sosach.outputs.figures import Figures
from sosach.outputs.labels import register_name
from sosach.outputs.review.looks import Looks
from sosach.outputs.review.marks import marks
from sosach.outputs.review.places import TODO, TOTALS, places, sheet_names
from sosach.outputs.review.source_sheet import Shape, write_source
from sosach.outputs.review.todo import todo
from sosach.outputs.review.todo_sheet import Linked, write_todo
from sosach.outputs.review.totals_sheet import write_totals
from sosach.outputs.shown import day

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
    workbook = Workbook(path, _options(path, small=small))
    workbook.set_properties(
        {"title": _title(checked), "author": "Sổ Sạch", "created": datetime.combine(checked.on, time())}
    )
    looks = Looks(workbook)
    list_sheet = _sheet(workbook, TODO, checked) if grids is not None else None
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
    _close(workbook)


def _options(path: Path, *, small: bool) -> dict[str, Any]:
    """Text stays text; what has to wait on disk waits beside the file, and vanishes with its folder."""
    return {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": small,
        "constant_memory": not small,
        "tmpdir": str(path.parent),
        "use_zip64": not small,
    }


def _sheet(workbook: Workbook, name: str, checked: Checked) -> Worksheet:
    """A new sheet whose printed pages say what they are."""
    sheet = workbook.add_worksheet(name)
    file = str(checked.summary["source"]["name"])[:80].replace("&", "&&")
    sheet.set_header(f"&L&B{_title(checked)}&B&R{file}")
    sheet.set_footer(f"&L{name.replace('&', '&&')}&CTrang &P / &N&RTính đến ngày {day(checked.on)}")
    return sheet


def _title(checked: Checked) -> str:
    return f"Rà soát {register_name(checked.register)}"


def _last_persons(checked: Checked) -> Mapping[str, int]:
    """The zero-based row of the last person of each sheet."""
    last = checked.records.group_by("sheet").agg(pl.col("row").max() - 1).collect(engine="streaming")
    return dict(last.iter_rows())


def _close(workbook: Workbook) -> None:
    try:
        workbook.close()
    except FileCreateError as failure:
        cause = failure.args[0]
        raise cause if isinstance(cause, OSError) else OSError(str(failure)) from failure
