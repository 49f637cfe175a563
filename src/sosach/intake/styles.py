"""Which styles of a workbook change what a cell means: number formats that pad or shorten, fonts of old encodings.

Formats of cells: ECMA-376 part 1, 18.8.30 (built-in numbers) and 18.8.31 (codes).
"""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from sosach.intake.xml_parts import tree_of, whole_number
from sosach.text.cells import TCVN3_FONT, VNI_FONT

# Built-in formats that have no code in the file. 14 and later are dates in the order of the reader's country.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles worth looking for, by the number that cells carry."""

    formats: dict[int, str]  # style: format code, where numbers show differently from General
    fonts: dict[int, str]  # style: mark of an old encoding


def read_styles(xml: bytes) -> Styles:
    """The styles of xl/styles.xml; none where it is missing or unreadable, for values can be read without it."""
    root = tree_of(xml)
    if root is None:
        return Styles({}, {})
    codes = {whole_number(f.get("numFmtId")): f.get("formatCode", "") for f in root.iter(_tag(root, "numFmt"))}
    fonts = [font_mark(_value(font, _tag(root, "name"))) for font in _children(root, "fonts")]
    formats: dict[int, str] = {}
    marks: dict[int, str] = {}
    for number, style in enumerate(_children(root, "cellXfs")):
        code = format_code(whole_number(style.get("numFmtId")), codes)
        if matters(code):
            formats[number] = code
        font = whole_number(style.get("fontId"))
        if font < len(fonts) and (mark := fonts[font]):
            marks[number] = mark
    return Styles(formats, marks)


def format_code(number: int, codes: dict[int, str]) -> str:
    """The code of a number format; General where nothing is known."""
    return codes.get(number) or BUILT_IN.get(number, "General")


def matters(code: str) -> bool:
    """Whether a number cell in this format shows something else than its plain number or its full date."""
    bare = _QUOTED.sub("", code.split(";")[0]).strip().lower()
    if bare in ("general", "", "standard"):
        return '"' in code
    return lacks_day(code) if is_date(code) else True


def is_date(code: str) -> bool:
    """Whether numbers in this format are days or times."""
    return bool(_DATE_LETTERS.search(_QUOTED.sub("", code.split(";")[0]).lower().replace("general", "")))


def lacks_day(code: str) -> bool:
    """Whether a date in this format shows no day: a year or a month of birth, dressed as a full date."""
    bare = _QUOTED.sub("", code.split(";")[0]).lower()
    return "y" in bare and "d" not in bare


def font_mark(name: str) -> str | None:
    """The mark of texts in this font: .VnTime and its family hold TCVN3 bytes, VNI-Times and its family VNI bytes."""
    folded = name.strip().lower()
    if folded.startswith(".vn"):
        return TCVN3_FONT
    return VNI_FONT if folded.startswith("vni") else None


def _tag(root: ET.Element, name: str) -> str:
    space = root.tag[: root.tag.find("}") + 1] if root.tag.startswith("{") else ""
    return space + name


def _children(root: ET.Element, name: str) -> list[ET.Element]:
    found = root.find(_tag(root, name))
    return [] if found is None else list(found)


def _value(parent: ET.Element, tag: str) -> str:
    found = parent.find(tag)
    return "" if found is None else found.get("val", "")
