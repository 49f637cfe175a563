"""Small XML parts of a workbook, read as far as they can be: damaged ones count as missing, damaged numbers as absent.

Entities were refused before (`sheet_xml.check_entities`), so the parser of the standard library can be trusted.
"""

import re
import xml.etree.ElementTree as ET

_WHOLE = re.compile(r"\s*([0-9]{1,9})\s*")
_DECIMAL = re.compile(r"\s*(-?[0-9]{1,9}(?:\.[0-9]{0,18})?)\s*")


def tree_of(xml: bytes) -> ET.Element | None:
    """The root; None for a part that is missing or that nobody can read."""
    try:
        return ET.fromstring(xml) if xml else None
    except (ET.ParseError, LookupError, ValueError):  # no XML; an encoding that there is not; one that is no good here
        return None


def whole_number(text: str | None, default: int = 0) -> int:
    """The number of an attribute; `default` where none stands there."""
    found = _WHOLE.fullmatch(text or "")
    return int(found[1]) if found else default


def decimal_number(text: str | None, default: float = 0.0) -> float:
    """The number of an attribute, such as a width; `default` where none stands there."""
    found = _DECIMAL.fullmatch(text or "")
    return float(found[1]) if found else default
