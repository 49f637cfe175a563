"""The looks of cells in review.xlsx: colours that also read in black and white, borders, number formats.

An error has a solid frame and red ink, a warning a dashed frame and brown ink, so that a print without colour still
tells them apart; the list says the severity in words besides.
"""

from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

Properties = Mapping[str, Any]

FONT = "Calibri"

_HAIR, _SOLID, _DASHED = 7, 2, 8  # line styles of the format

_RULE, _EDGE, _INK, _SOFT = "#D6DAD7", "#76828C", "#18212D", "#4A5666"
_RED, _RED_TINT, _BROWN, _BROWN_TINT = "#A51F1B", "#FBE0DC", "#855000", "#FBEFD3"

LOOKS: Mapping[str, Properties] = {
    "title": {"bold": True, "font_size": 15, "font_color": _INK},
    "lead": {"font_size": 12, "text_wrap": True, "valign": "top"},
    "section": {"bold": True, "font_size": 12, "bottom": 2, "bottom_color": _INK},
    "head": {
        "bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EAE6", "border": 1, "border_color": _EDGE,
    },
    "above": {"bold": True},
    "ours": {"italic": True, "bg_color": "#E7EEF7"},  # heads of columns that are to be filled in or are not the file's
    "cell": {"valign": "top", "border": _HAIR, "border_color": _RULE},
    "wrap": {"text_wrap": True},
    "band": {"bg_color": "#F4F5F2"},
    "text": {"num_format": "@"},
    "long text": {},
    "tcvn3": {"num_format": "@", "font_name": ".VnTime"},
    "vni": {"num_format": "@", "font_name": "VNI-Times"},
    "truth": {},
    "risky": {"num_format": "@", "quote_prefix": True},  # begins like a formula
    "date": {"num_format": "dd/mm/yyyy", "align": "left"},
    "centred": {"align": "center"},
    "right": {"align": "right"},
    "set off": {"align": "left", "indent": 1},
    "count": {"num_format": "#,##0"},
    "share": {"num_format": "0.0\\ %"},
    "sum": {"bold": True, "top": 1, "bottom": 6},
    "number": {},
    "link": {"font_color": "#1C4F8F", "underline": 1},
    "soft": {"font_color": _SOFT},
    "hidden": {"font_color": _EDGE, "italic": True},
    "fill in": {"num_format": "@", "text_wrap": True, "bg_color": "#FFFFFF"},
    "error": {"bg_color": _RED_TINT, "font_color": _RED, "border": _SOLID, "border_color": _RED},
    "warning": {"bg_color": _BROWN_TINT, "font_color": _BROWN, "border": _DASHED, "border_color": _BROWN},
    "error word": {"bold": True, "font_color": _RED, "bg_color": _RED_TINT},
    "warning word": {"font_color": _BROWN, "bg_color": _BROWN_TINT},
}  # fmt: skip


class Looks:
    """Formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, ...], Format] = {}

    def of(self, *names: str) -> Format:
        """The format that has the properties of all these looks, later ones over earlier ones."""
        found = self._made.get(names)
        if found is None:
            properties: dict[str, Any] = {}
            for name in names:
                properties |= LOOKS[name]
            found = self._made[names] = self._workbook.add_format(properties)
        return found
