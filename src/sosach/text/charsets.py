"""Text that was written in TCVN3, VNI or VIQR, or in UTF-8 and read as something else, turned into Unicode.

A program that knows none of them takes the bytes for Windows-1252, so the text arrives as letters of Western Europe:
`NguyÔn` (TCVN3), `Nguyeãn` (VNI), `Nguye^~n` (VIQR), `Nguyá»…n` (UTF-8). Which of them it is, is asked in `legacy`.

Tables: `tables/legacy_charsets.csv`, made by `tools/refdata/legacy_charsets.py`.
"""

import csv
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources

TCVN3 = "tcvn3"
VNI = "vni"
VIQR = "viqr"
UTF8 = "utf8"

_ANY_PROGRAM = re.compile(r"[\x00-\x7f\u00a0\u2000-\u2015\u2018-\u201f\u2022\u2026]*")


def table_rows(name: str) -> list[dict[str, str]]:
    """The rows of one of this room's tables; its head tells the source."""
    text = resources.files("sosach.text").joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def table(charset: str) -> Mapping[str, str]:
    """How each letter looks in text of this charset, read as Windows-1252: from what is seen to the letter."""
    rows = table_rows("legacy_charsets")
    return {_seen(row[charset], charset): row["char"] for row in rows if row[charset]}


def decode(text: str, charset: str) -> str | None:
    """The text in Unicode, or null when it holds something that this charset has not."""
    return _DECODERS[charset](text)


def _seen(code: str, charset: str) -> str:
    return code if charset == VIQR else bytes.fromhex(code).decode("latin-1")


def _from_tcvn3(text: str) -> str | None:
    letters = table(TCVN3)
    return _capitals_kept("".join(letters.get(c, c) for c in text)) if _covered(text, letters) else None


def _capitals_kept(text: str) -> str:
    """TCVN3 has no toned capitals: `NGUYÔN` stands for NGUYỄN, its `Ô` being the small letter."""
    return re.sub(r"[^\W\d_]{2,}", lambda w: _upper_if_meant(w.group()), text)


def _upper_if_meant(word: str) -> str:
    typed_small = [c for c in word if c.islower() and c.isascii()]
    capitals = sum(c.isupper() for c in word)
    return word.upper() if capitals > 1 and not typed_small else word


def _from_vni(text: str) -> str | None:
    return _replaced(text, VNI)


def _from_viqr(text: str) -> str | None:
    return _replaced(text, VIQR) if text.isascii() else None


def _from_utf8(text: str) -> str | None:
    """Bytes without a letter in Windows-1252 arrive as control characters, or are lost: then nothing is sure."""
    try:
        return b"".join(_byte(c) for c in text).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _byte(char: str) -> bytes:
    return char.encode("latin-1") if "\x80" <= char <= "\x9f" else char.encode("cp1252")


def _replaced(text: str, charset: str) -> str | None:
    letters = table(charset)
    pieces = _pattern(charset).split(text)
    # Every second piece was found in the table; what stands between must mean the same in every program.
    if not all(_ANY_PROGRAM.fullmatch(piece) for piece in pieces[::2]):
        return None
    return "".join(letters[piece] if i % 2 else piece for i, piece in enumerate(pieces))


@cache
def _pattern(charset: str) -> re.Pattern[str]:
    return re.compile("(" + "|".join(re.escape(seen) for seen in sorted(table(charset), key=len, reverse=True)) + ")")


def _covered(text: str, letters: Mapping[str, str]) -> bool:
    return all(c in letters or _ANY_PROGRAM.fullmatch(c) for c in text)


_DECODERS: Mapping[str, Callable[[str], str | None]] = {
    TCVN3: _from_tcvn3,
    VNI: _from_vni,
    VIQR: _from_viqr,
    UTF8: _from_utf8,
}
