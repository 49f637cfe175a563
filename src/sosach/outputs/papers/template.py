"""A Word file of the office in place of ours: its styles, order and own sentences; our parts and figures filled in.

What cannot be used is refused with its place: which paragraph, which mark. Nothing of a template is run: marks are
looked up in a list (see `papers.marks`), and what is filled in is text.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from sosach.findings.notices import Refused, refused
from sosach.outputs.papers.looks import DRAFT
from sosach.outputs.papers.word import empty_document, in_bytes, page_width, shape
from sosach.outputs.papers.word_blocks import write_block
from sosach.outputs.papers.word_styles import define
from sosach.papers.document import Align, Block, Cell, Paper, Paragraph, Part, Run, Section, Style, Table
from sosach.papers.marks import NEEDED, PARTS, UnknownMarkError, filled, part_of
from sosach.papers.situation import Situation

_MOST_BYTES, _MOST_INFLATED = 10_000_000, 100_000_000
_DATED = date(2026, 1, 1)  # our own template is always the same bytes
_SHOWN = 40  # letters of a paragraph that a refusal quotes


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read: the file, and its name for what is said about it."""

    name: str
    content: bytes


def our_template() -> bytes:
    """Our own order as a template to begin with: the styles, and a mark for every part."""
    document = empty_document()
    section = Section(())
    shape(document.sections[0], section, draft=False)
    for part in PARTS:
        document.add_paragraph(f"{{{{{part}}}}}", style=Style.BODY.value)
    return in_bytes(document, "Mẫu báo cáo", _DATED)


def fill(template: Template, paper: Paper, situation: Situation) -> tuple[WordDocument, Paper]:
    """The template with the paper filled in, as a Word document and as a paper that says the same.

    Raises:
        Refused: the file is no Word file, a mark means nothing, or the body has no place.
    """
    document = _opened(template)
    parts = {part.name: part for part in paper.sections[0].parts}
    pieces: list[Part] = []
    seen: list[str] = []
    for number, element in enumerate(list(document.iter_inner_content()), 1):
        if isinstance(element, WordTable):
            pieces.append(Part("own", (_table(element, situation, _At(template, number)),)))
            continue
        name = part_of(element.text)
        if name is not None:
            seen.append(name)
            pieces.append(parts[name])
            _put(document, element, parts[name].blocks, page_width(paper.sections[0]))
        elif element.text.strip():
            pieces.append(Part("own", (_own(element, situation, _At(template, number)),)))
    if missing := [name for name in NEEDED if name not in seen]:
        raise refused("template_part", file=template.name, value=f"{{{{{missing[0]}}}}}")
    _sections(document, paper)
    return document, replace(paper, sections=(replace(paper.sections[0], parts=tuple(pieces)), *paper.sections[1:]))


@dataclass(frozen=True, slots=True)
class _At:
    """Where in a template something stands."""

    template: Template
    number: int  # of the paragraph, from 1

    def refusal(self, text: str, mark: str) -> Refused:
        """The refusal of a mark."""
        shown = text.strip()[:_SHOWN]
        return refused("template_mark", file=self.template.name, number=self.number, shown=shown, value=mark)


def _opened(template: Template) -> WordDocument:
    try:
        with zipfile.ZipFile(io.BytesIO(template.content)) as parts:
            inflated = sum(part.file_size for part in parts.infolist())
        if len(template.content) > _MOST_BYTES or inflated > _MOST_INFLATED:
            raise refused("template_unreadable", file=template.name)
        document = Document(io.BytesIO(template.content))
    # Broken XML raises lxml's XMLSyntaxError, which is a SyntaxError.
    except (zipfile.BadZipFile, PackageNotFoundError, SyntaxError, KeyError, ValueError) as failure:
        raise refused("template_unreadable", file=template.name) from failure
    define(document)
    return document


def _put(document: WordDocument, mark: WordParagraph, blocks: tuple[Block, ...], width: float) -> None:
    """Puts blocks in place of the paragraph that stands for them."""
    body = document.element.body
    before = len(body)
    for block in blocks:
        write_block(document._body, block, width)
    end = 1 if body[-1].tag.endswith("}sectPr") else 0
    for element in list(body)[before - end : len(body) - end]:
        mark._p.addprevious(element)
    body.remove(mark._p)


def _own(paragraph: WordParagraph, situation: Situation, at: _At) -> Paragraph:
    """A sentence of the office, its marks looked up; where there were any it takes the look of its beginning."""
    text = paragraph.text
    try:
        told = filled(text, situation)
    except UnknownMarkError as unknown:
        raise at.refusal(text, str(unknown)) from None
    if told != text:
        first, *rest = paragraph.runs
        first.text = told
        for run in rest:
            run._r.getparent().remove(run._r)
    style = _STYLES.get(paragraph.style.name if paragraph.style else "", Style.BODY)
    return Paragraph(tuple(Run(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs), style)


_STYLES: Mapping[str | None, Style] = {style.value: style for style in Style}


def _table(table: WordTable, situation: Situation, at: _At) -> Table:
    """A table of the office; its marks are looked up, too."""
    for paragraph in _paragraphs(table):
        if paragraph.text.strip():
            _own(paragraph, situation, at)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    head, *lines = rows or [[""]]
    width = len(head)
    even = [tuple(Cell(text) for text in (line + [""] * width)[:width]) for line in lines]
    return Table(tuple(head), tuple(even), (1.0,) * width, (Align.LEFT,) * width)


def _paragraphs(table: WordTable) -> Iterator[WordParagraph]:
    for row in table.rows:
        for cell in row.cells:
            yield from cell.paragraphs


def _sections(document: WordDocument, paper: Paper) -> None:
    """The annexes behind it, and the word that a draft carries in its head."""
    if paper.draft:
        for header in (document.sections[0].first_page_header, document.sections[0].header):
            _mark(header)
    for section in paper.sections[1:]:
        shape(document.add_section(WD_SECTION.NEW_PAGE), section, draft=paper.draft)
        for part in section.parts:
            for block in part.blocks:
                write_block(document._body, block, page_width(section))


def _mark(header: Any) -> None:
    header.is_linked_to_previous = False
    if DRAFT not in "".join(paragraph.text for paragraph in header.paragraphs):
        header.paragraphs[0].add_run(f"\t{DRAFT}")
