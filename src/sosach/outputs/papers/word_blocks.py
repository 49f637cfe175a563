"""The blocks of a paper in Word: paragraphs by style, tables with lines, two columns without."""

from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from sosach.outputs.papers.looks import UNBROKEN
from sosach.outputs.papers.word_styles import DRAFTED, RULE
from sosach.papers.document import Align, Block, Column, Paragraph, Rule, Style, Table, TwoColumns

_JUSTIFY = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_TWIPS_PER_MM = 1440 / 25.4
_CELL_MARGIN = 1.0  # mm, left and right


def write_block(into: Any, block: Block, width: float) -> None:
    """Adds a block.

    Args:
        into: the body of a document, or a cell.
        block: to be added.
        width: the room for it, in millimetres.
    """
    if isinstance(block, Paragraph):
        _paragraph(into.add_paragraph(), block)
    elif isinstance(block, Table):
        _table(into, block, width)
    elif isinstance(block, TwoColumns):
        _columns(into, block, width)
    elif isinstance(block, Rule):
        _rule(into.add_paragraph(), block, width)
    else:
        for _ in range(block.lines):
            into.add_paragraph(style=Style.CENTRED.value)


def _paragraph(made: Any, paragraph: Paragraph) -> None:
    made.style = DRAFTED if paragraph.drafted and paragraph.style is Style.BODY else paragraph.style.value
    for run in paragraph.runs:
        written = made.add_run(run.text)
        written.bold = run.bold or None
        written.italic = run.italic or None


def _rule(made: Any, rule: Rule, width: float) -> None:
    made.style = RULE
    room = Mm(width * (1 - rule.share) / 2)
    made.paragraph_format.left_indent = made.paragraph_format.right_indent = room


def _columns(into: Any, columns: TwoColumns, width: float) -> None:
    total = sum(columns.shares)
    widths = [width * share / total for share in columns.shares]
    table = _grid(into, 1, widths)
    for cell, column, room in zip(table.rows[0].cells, (columns.left, columns.right), widths, strict=True):
        _fill(cell, column, room)
    _properties(table, widths, lines=False)


def _fill(cell: Any, column: Column, width: float) -> None:
    first = cell.paragraphs[0]._p
    for block in column.blocks:
        write_block(cell, block, width)
    cell._tc.remove(first)


def _table(into: Any, table: Table, width: float) -> None:
    total = sum(table.widths)
    widths = [width * share / total for share in table.widths]
    style = (Style.SMALL_CELL if table.small else Style.CELL).value
    made = _grid(into, 1 + len(table.rows), widths)
    rows = made._tbl.tr_lst
    _line(rows[0], [(said, True, Align.CENTRE) for said in table.head], style)
    _repeat(rows[0])
    for row, cells in zip(rows[1:], table.rows, strict=True):
        told = [(cell.text, cell.bold, align) for cell, align in zip(cells, table.aligns, strict=True)]
        _line(row, told, style)
    for row in rows[:-1] if len(table.rows) <= UNBROKEN else rows[:1]:
        for cell in row.tc_lst:
            cell.p_lst[0].get_or_add_pPr()._add_keepNext()
    _properties(made, widths, lines=True)
    after = into.add_paragraph(style=Style.SMALL_CELL.value)
    after.paragraph_format.space_after = 0


def _grid(into: Any, rows: int, widths: list[float]) -> Any:
    made = into.add_table(rows, len(widths), Mm(sum(widths)))
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    return made


def _line(row: Any, cells: list[tuple[str, bool, Align]], style: str) -> None:
    """Fills a row; written as elements, for python-docx looks the whole table through at every cell."""
    unbroken = OxmlElement("w:cantSplit")
    row.get_or_add_trPr().append(unbroken)
    for place, (said, bold, align) in zip(row.tc_lst, cells, strict=True):
        paragraph = place.p_lst[0]
        paragraph.style = style.replace(" ", "")
        paragraph.get_or_add_pPr().jc_val = _JUSTIFY[align]
        run = paragraph.add_r()
        if bold:
            run.get_or_add_rPr()._add_b()
        run.text = said


def _repeat(row: Any) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _properties(table: Any, widths: list[float], *, lines: bool) -> None:
    told = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "single" if lines else "nil")
        line.set(qn("w:sz"), "4")
        borders.append(line)
    told.append(borders)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        room = OxmlElement(f"w:{side}")
        room.set(qn("w:w"), str(round(_CELL_MARGIN * _TWIPS_PER_MM)) if lines else "0")
        room.set(qn("w:type"), "dxa")
        margins.append(room)
    told.append(margins)
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), str(round(width * _TWIPS_PER_MM)))
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Mm(width)
