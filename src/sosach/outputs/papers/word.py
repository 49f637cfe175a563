"""A paper as a Word file: every look is a style that an office can change, nothing is set by hand.

What the paper says goes into runs as text; Word has no way to read it as anything else. The same paper gives the same
bytes. Source of the looks: `looks`.
"""

import io
import zipfile
from datetime import UTC, date, datetime
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section as WordSection
from docx.shared import Mm

from sosach.outputs.papers.looks import A4, DRAFT, MARGINS
from sosach.outputs.papers.word_blocks import write_block
from sosach.outputs.papers.word_styles import FOOTER, PAGE_NUMBERS, define
from sosach.papers.document import Paper, Section

_ZIPPED_ON = (1980, 1, 1, 0, 0, 0)


def word(paper: Paper, on: date) -> bytes:
    """The file.

    Args:
        paper: what it says.
        on: the day by which it is dated.
    """
    document = empty_document()
    body = document._body
    for number, section in enumerate(paper.sections):
        into = document.sections[0] if number == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        shape(into, section, draft=paper.draft)
        for part in section.parts:
            for block in part.blocks:
                write_block(body, block, page_width(section))
    return in_bytes(document, paper.title, on)


def empty_document() -> WordDocument:
    """A document with the styles and nothing in it."""
    document = Document()
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    define(document)
    return document


def page_width(section: Section) -> float:
    """The room for text, in millimetres."""
    width = A4[1] if section.landscape else A4[0]
    return width - MARGINS["left"] - MARGINS["right"]


def shape(into: WordSection, section: Section, *, draft: bool) -> None:
    """Page, margins, number of the page in the upper margin but for the first one, and the foot."""
    width, height = reversed(A4) if section.landscape else A4
    into.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    into.page_width, into.page_height = Mm(width), Mm(height)
    into.top_margin, into.bottom_margin = Mm(MARGINS["top"]), Mm(MARGINS["bottom"])
    into.left_margin, into.right_margin = Mm(MARGINS["left"]), Mm(MARGINS["right"])
    into.header_distance = into.footer_distance = Mm(10)
    into.different_first_page_header_footer = True
    _from_one(into)
    mark = DRAFT if draft else ""
    style = PAGE_NUMBERS[section.landscape]
    _header(into.first_page_header, style, mark, numbered=False)
    _header(into.header, style, mark, numbered=True)
    for footer in (into.first_page_footer, into.footer):
        footer.is_linked_to_previous = False
        _styled(footer, FOOTER).add_run(section.footer)


def _from_one(into: WordSection) -> None:
    """Each section counts its own pages."""
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "1")
    into._sectPr.insert_element_before(
        number, "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:docGrid"
    )


def _header(header: Any, style: str, mark: str, *, numbered: bool) -> None:
    header.is_linked_to_previous = False
    paragraph = _styled(header, style)
    paragraph.add_run("\t")
    if numbered:
        _field(paragraph, "PAGE")
    if mark:
        paragraph.add_run(f"\t{mark}")


def _styled(part: Any, style: str) -> Any:
    paragraph = part.paragraphs[0]
    paragraph.style = style
    return paragraph


def _field(paragraph: Any, code: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        run._r.append(element)


def in_bytes(document: WordDocument, title: str, on: date) -> bytes:
    """The file, with a fixed date in every place that holds one."""
    day = datetime(on.year, on.month, on.day, tzinfo=UTC)
    facts = document.core_properties
    facts.title, facts.author, facts.created, facts.modified = title, "Sổ Sạch", day, day
    facts.last_modified_by, facts.comments, facts.revision = "Sổ Sạch", "", 1
    made = io.BytesIO()
    document.save(made)
    return _dated_anew(made.getvalue())


def _dated_anew(content: bytes) -> bytes:
    """The container with one date on all its parts, so that the same paper is the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIPPED_ON), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
