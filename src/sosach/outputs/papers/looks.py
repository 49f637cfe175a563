"""How each kind of paragraph looks, for Word and PDF alike.

Source: Decree 30/2020/NĐ-CP, Annex I: A4; margins 20, 20, 30, 15 mm; Times New Roman; body 14, justified, first line
1.27 cm, 6 pt between paragraphs, lines of 18 pt; sizes of head, recipients, signature; page numbers 13-14 at the top.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sosach.papers.document import Style

MARGINS = {"top": 20.0, "bottom": 20.0, "left": 30.0, "right": 15.0}  # mm
A4 = (210.0, 297.0)  # mm
PAGE_NUMBER_SIZE = 13.0
FOOTER_SIZE = 9.0
DRAFT = "DỰ THẢO"
UNBROKEN = 12  # tables of up to so many rows stay on one page
BAR_GREY = "BFBFBF"


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in points, indents in millimetres."""

    size: float = 14.0
    bold: bool = False
    italic: bool = False
    align: str = "justify"  # justify, left, center
    first: float = 0.0  # first line
    before: float = 0.0
    after: float = 0.0
    leading: float | None = None  # exact height of lines; None: single
    keep: bool = False  # with what follows


_BODY = Look(first=12.7, after=6.0, leading=18.0)
_HEADING = Look(bold=True, align="justify", first=12.7, before=6.0, after=6.0, leading=18.0, keep=True)

LOOKS: Mapping[Style, Look] = {
    Style.BODY: _BODY,
    Style.CLOSING: replace(_BODY, keep=True),
    Style.SECTION: _HEADING,
    Style.CLAUSE: _HEADING,
    Style.TITLE: Look(bold=True, align="center", before=12.0, keep=True),
    Style.SUBJECT: Look(bold=True, align="center", keep=True),
    Style.ADDRESSEE: Look(align="center", before=4.0, after=4.0),
    Style.CENTRED: Look(align="center", after=3.0),
    Style.NOTE: Look(size=12.0, italic=True, align="left", before=2.0, after=4.0),
    Style.GROUND: Look(italic=True, first=12.7, after=6.0, leading=18.0),
    Style.BULLET: _BODY,
    Style.ANNEX: Look(bold=True, align="center", keep=True),
    Style.CELL: Look(size=12.0, align="left"),
    Style.SMALL_CELL: Look(size=9.5, align="left"),
    Style.AGENCY: Look(size=13.0, bold=True, align="center"),
    Style.MOTTO: Look(size=14.0, bold=True, align="center"),
    Style.NUMBER: Look(size=13.0, align="center", before=6.0),
    Style.PLACE_DATE: Look(size=14.0, italic=True, align="center", before=6.0),
    Style.RECIPIENTS_HEAD: Look(size=12.0, bold=True, italic=True, align="left"),
    Style.RECIPIENT: Look(size=11.0, align="left"),
    Style.SIGNER: Look(size=14.0, bold=True, align="center"),
}
