"""A text file of rows: which encoding, which delimiter, then the cells as texts. Standard library only.

Excel in Vietnam writes UTF-8 with a mark, UTF-16 (“Unicode text”, tabs) or the code page of the machine
(Windows-1258 or 1252, semicolons). Files in the TCVN3 or VNI fonts are single bytes too and are left as
Windows-1252 shows them: cleaning decodes them with what else it knows.
"""

import csv
import io
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_DELIMITERS = ";,\t|"
_SAMPLE = 200  # rows looked at to find the delimiter
_UNREAD = "\ufffd"
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')  # how exports keep Excel from dropping zeros in front
_VIETNAMESE = frozenset("ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")
_BOM_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class TextFile:
    """The rows of a text file."""

    rows: list[list[str]]  # all of one length
    unreadable_row: int | None  # 1-based: the first with a letter that no encoding explains
    ragged: tuple[int, int, int] | None  # (1-based row, its cells, cells of the widest row above it)


def read(data: bytes) -> TextFile:
    """The rows of these bytes."""
    text = decoded(data)
    rows = _rows(text, delimiter_of(text))
    width = max((len(row) for row in rows), default=0)
    unreadable = next((number for number, row in enumerate(rows, 1) if any(_UNREAD in cell for cell in row)), None)
    ragged = _ragged(rows)
    for row in rows:
        row.extend([""] * (width - len(row)))
    return TextFile(rows, unreadable, ragged)


def decoded(data: bytes) -> str:
    """The text, in the encoding that explains it best."""
    if data.startswith(_BOM_16):
        return data.decode("utf-16", "replace")
    if wide := _wide(data[:4096]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _single_bytes(data)


def delimiter_of(text: str) -> str:
    """The delimiter that splits the first rows into equally many cells, more than one where possible."""
    if text.startswith("sep=") and len(text) > 4:
        return text[4]
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        counts = Counter(len(row) for row, _ in zip(_parsed(text, delimiter), range(_SAMPLE), strict=False) if any(row))
        if not counts:
            continue
        width, often = max(counts.items(), key=lambda item: (item[0] > 1, item[1] * min(item[0], 40)))
        score = math.log2(width) * (often / counts.total()) ** 4  # equally many cells weigh more than many cells
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _rows(text: str, delimiter: str) -> list[list[str]]:
    if text.startswith("sep="):
        text = text.partition("\n")[2]
    rows = list(_parsed(text, delimiter))
    if '="' in text:
        rows = [[found[1] if (found := _KEPT_AS_TEXT.fullmatch(cell)) else cell for cell in row] for row in rows]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 30)  # the limit of a cell is looked at later, with a message
    return csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)


def _ragged(rows: list[list[str]]) -> tuple[int, int, int] | None:
    """The first row with more cells than the widest of the rows that make up most of the table."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return None
    usual = widths.most_common(1)[0][0]
    for number, row in enumerate(rows, 1):
        if len(row) > usual and any(cell.strip() for cell in row[usual:]):
            return number, len(row), usual
    return None


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin letters is zero."""
    zeros = head.count(0)
    if zeros * 4 < len(head) or not zeros:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _single_bytes(data: bytes) -> str:
    """UTF-8 with a few broken letters, Windows-1258 when that gives Vietnamese, else Windows-1252."""
    as_utf8 = data.decode("utf-8-sig", "replace")
    broken = as_utf8.count(_UNREAD)
    if sum(ord(c) > 127 for c in as_utf8) >= 3 * broken:  # single bytes hardly ever make letters of UTF-8
        return as_utf8
    composed = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    return composed if _is_vietnamese(composed) else data.decode("cp1252", "replace")


def _is_vietnamese(text: str) -> bool:
    """Whether nearly all letters beyond ASCII are letters of Vietnamese."""
    marked = [c for c in text if ord(c) > 127 and not c.isspace()]
    known = sum(c.lower() in _VIETNAMESE for c in marked)
    return known * 20 >= len(marked) * 19
