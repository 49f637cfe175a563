"""A paper as PDF/A (ISO 19005-2 level u: all text can be searched), set by Typst: the same paper gives the same bytes.

Whatever a paper says becomes a string of Typst, in which only the quotation mark and the backslash mean something: data
cannot become markup. Rows of blanks are made unbreakable, because Typst would join them.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from typing import Literal

import typst

from sosach.outputs.papers.font import FAMILY, folder
from sosach.outputs.papers.looks import (
    A4,
    BAR_GREY,
    DRAFT,
    FOOTER_SIZE,
    LOOKS,
    MARGINS,
    PAGE_NUMBER_SIZE,
    UNBROKEN,
    Look,
)
from sosach.papers.document import Block, Column, Gap, Paper, Paragraph, Rule, Section, Style, Table, TwoColumns

_BLANKS = re.compile(r" {2,}")
STANDARD: Literal["a-2u"] = "a-2u"

# Of the typeface, in parts of its size: what a single line takes, and what of it lies below the base line.
_SINGLE, _DESCENT = 1.15, 0.22


def pdf(paper: Paper, on: date) -> bytes:
    """The file.

    Args:
        paper: what it says.
        on: the day by which it is dated.
    """
    return typst.compile(
        source(paper).encode(),
        font_paths=fonts(),
        format="pdf",
        pdf_standards=STANDARD,
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
    )


@cache
def fonts() -> typst.Fonts:
    """The shipped typeface and no font of the system, so that every machine sets alike."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder()])


def source(paper: Paper) -> str:
    """The paper in Typst's language."""
    body = "\n".join(_section(section, paper.draft, number) for number, section in enumerate(paper.sections))
    return f"#set document(title: {string(paper.title)})\n{_PREAMBLE}\n{body}\n"


def string(text: str) -> str:
    """A text as a string of Typst.

    >>> string('a "b" \\\\c  d')
    '"a \\\\"b\\\\" \\\\\\\\c\\xa0\\xa0d"'
    """
    plain = _BLANKS.sub(lambda found: "\u00a0" * len(found[0]), text)
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "").replace("\0", "")
    return f'"{escaped}"'


_PREAMBLE = f"""\
#set text(font: "{FAMILY}", size: 14pt, lang: "vi", hyphenate: false, fill: black)
#set table(stroke: 0.5pt, inset: (x: 3pt, y: 3pt))
#show table.cell: set par(justify: false, first-line-indent: 0pt, leading: 0pt, spacing: 0pt)
"""

# What stands beside drafted paragraphs: a bar in the margin.
_BAR = f'stroke: (left: 2pt + rgb("#{BAR_GREY}")), outset: (left: 6pt), '


def _section(section: Section, draft: bool, number: int) -> str:
    width, height = reversed(A4) if section.landscape else A4
    margins = ", ".join(f"{side}: {size}mm" for side, size in MARGINS.items())
    mark = f"#place(right + bottom, text(size: {PAGE_NUMBER_SIZE}pt)[{DRAFT}])" if draft else ""
    number_alone = f"align(center, text(size: {PAGE_NUMBER_SIZE}pt, str(n)))"
    shown = f"#context {{ let n = counter(page).get().first(); if n > 1 {{ {number_alone} }} }}"
    foot = f"#set text(size: {FOOTER_SIZE}pt); #align(center, {string(section.footer)})" if section.footer else ""
    page = (
        f"#set page(width: {width}mm, height: {height}mm, margin: ({margins}), "
        "header-ascent: 30%, footer-descent: 25%, "
        f"header: block(height: 1.2em, width: 100%)[{mark}{shown}], footer: [{foot}])"
    )
    if number:  # the page that begins now is the first again
        page = f"#counter(page).update(0)\n{page}"
    blocks = "\n".join(line for part in section.parts for block in part.blocks for line in _block(block))
    return f"{page}\n{blocks}"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"#{_paragraph(block)}"
    elif isinstance(block, Table):
        yield f"#{_table(block)}"
    elif isinstance(block, TwoColumns):
        yield f"#{_columns(block)}"
    elif isinstance(block, Rule):
        yield f"#{_rule(block)}"
    else:
        yield f"#{_gap(block)}"


def _paragraph(paragraph: Paragraph) -> str:
    look = LOOKS[paragraph.style]
    runs = " + ".join(_run(run.text, look, bold=run.bold, italic=run.italic) for run in paragraph.runs)
    lines = f"par({_lines(look)}, {{ {runs} }})"
    inner = lines if look.align == "justify" else f"align({look.align}, {lines})"
    bar = _BAR if paragraph.drafted else ""
    return f"block(above: {look.before}pt, below: {look.after}pt, width: 100%, {_sticky(look)}{bar}{inner})"


def _sticky(look: Look) -> str:
    return "sticky: true, " if look.keep else ""


def _lines(look: Look) -> str:
    """Every line is as high as Word makes it; `text` puts the letters where Word does (see `_run`)."""
    indent = f"(amount: {look.first}mm, all: true)" if look.first else "0pt"
    return f"justify: {'true' if look.align == 'justify' else 'false'}, first-line-indent: {indent}, leading: 0pt"


def _edges(look: Look) -> str:
    """The height of a line, shared above and below the base line as in Word."""
    height = look.leading or look.size * _SINGLE
    below = look.size * _DESCENT + (height - look.size * _SINGLE) / 2
    return f"top-edge: {height - below:.2f}pt, bottom-edge: -{below:.2f}pt"


def _run(said: str, look: Look, *, bold: bool, italic: bool) -> str:
    weight = "bold" if bold or look.bold else "regular"
    style = "italic" if italic or look.italic else "normal"
    return f'text(size: {look.size}pt, weight: "{weight}", style: "{style}", {_edges(look)}, {string(said)})'


def _table(table: Table) -> str:
    look = LOOKS[Style.SMALL_CELL if table.small else Style.CELL]
    columns = ", ".join(f"{width}fr" for width in table.widths)
    head = ", ".join(
        f"table.cell(align: center + horizon, {_run(said, look, bold=True, italic=False)})" for said in table.head
    )
    cells = [
        f"table.cell(align: {align.value} + horizon, {_run(cell.text, look, bold=cell.bold, italic=False)})"
        for line in table.rows
        for cell, align in zip(line, table.aligns, strict=True)
    ]
    inner = f"table(columns: ({columns},), table.header({head}), {', '.join(cells)})"
    breaks = "true" if len(table.rows) > UNBROKEN else "false"
    return f"block(above: 6pt, below: 8pt, width: 100%, breakable: {breaks}, {inner})"


def _columns(columns: TwoColumns) -> str:
    left, right = (_column(side) for side in (columns.left, columns.right))
    shares = ", ".join(f"{share}fr" for share in columns.shares)
    return f"block(above: 6pt, below: 6pt, breakable: false, width: 100%, grid(columns: ({shares}), {left}, {right}))"


def _column(column: Column) -> str:
    inner = " ".join(f"#{line}" for block in column.blocks for line in [_inner(block)])
    return f"[{inner}]"


def _inner(block: Paragraph | Rule | Gap) -> str:
    if isinstance(block, Paragraph):
        return _paragraph(block)
    return _rule(block) if isinstance(block, Rule) else _gap(block)


def _rule(rule: Rule) -> str:
    return (
        f"block(above: 3pt, below: 5pt, width: 100%, align(center, line(length: {rule.share * 100}%, stroke: 0.6pt)))"
    )


def _gap(gap: Gap) -> str:
    return f"v({gap.lines * 17}pt)"
