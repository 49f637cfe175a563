"""The styles of Word files: one per kind of paragraph, by the names of `papers.document.Style`."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from sosach.outputs.papers.font import WORD_FAMILY
from sosach.outputs.papers.looks import A4, BAR_GREY, FOOTER_SIZE, LOOKS, MARGINS, PAGE_NUMBER_SIZE, Look
from sosach.papers.document import Style

PAGE_NUMBERS = {False: "SoSach So trang", True: "SoSach So trang ngang"}  # upright, across
FOOTER = "SoSach Chan trang"
RULE = "SoSach Duong ke"
DRAFTED = "SoSach Than bai du thao"  # body with a grey bar, until the report is approved

_ALIGNS = {
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}


def define(document: WordDocument) -> None:
    """Adds the styles that are not there yet; those of an office's own template stay as they are."""
    known = {style.name for style in document.styles}
    if Style.BODY.value not in known:
        _fonts(document.styles["Normal"], Look())
    for style, look in LOOKS.items():
        if style.value not in known:
            _define(document, style.value, look)
    for name, add in _OTHERS.items():
        if name not in known:
            add(document)


def _drafted(document: WordDocument) -> None:
    _border(_define(document, DRAFTED, LOOKS[Style.BODY]), "left", 18, BAR_GREY)


def _rule(document: WordDocument) -> None:
    look = Look(size=2, leading=4.0, align="center", before=2.0, after=4.0)
    _border(_define(document, RULE, look), "bottom", 6, "000000")


def _footer(document: WordDocument) -> None:
    _define(document, FOOTER, Look(size=FOOTER_SIZE, align="center"))


def _page_number(document: WordDocument, *, across: bool) -> None:
    width = A4[1 if across else 0] - MARGINS["left"] - MARGINS["right"]
    look = Look(size=PAGE_NUMBER_SIZE, align="left")
    stops = _define(document, PAGE_NUMBERS[across], look).paragraph_format.tab_stops
    stops.add_tab_stop(Mm(width / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)


_OTHERS: Mapping[str, Callable[[WordDocument], None]] = {
    DRAFTED: _drafted,
    RULE: _rule,
    FOOTER: _footer,
    PAGE_NUMBERS[False]: partial(_page_number, across=False),
    PAGE_NUMBERS[True]: partial(_page_number, across=True),
}


def _define(document: WordDocument, name: str, look: Look) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _fonts(style, look)
    shape = style.paragraph_format
    shape.alignment = _ALIGNS[look.align]
    shape.first_line_indent = Mm(look.first)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.keep_with_next = look.keep
    if look.leading is None:
        shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    else:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.leading)
    return style


def _fonts(style: Any, look: Look) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = WORD_FAMILY, Pt(look.size), look.bold, look.italic
    font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), WORD_FAMILY)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def _border(style: ParagraphStyle, side: str, width: int, colour: str) -> None:
    """A line beside the paragraph; width in eighths of a point."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(width)), ("space", "4"), ("color", colour)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    shape = style.element.get_or_add_pPr()
    shape.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
