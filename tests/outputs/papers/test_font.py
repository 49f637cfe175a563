"""The shipped typeface has every Vietnamese letter in all four cuts."""

import struct
from pathlib import Path

import pytest

from sosach.outputs.papers.font import folder
from sosach.text.vietnamese import VOWELS, toned

CUTS = ("Regular", "Bold", "Italic", "BoldItalic")


def characters(file: Path) -> set[int]:
    """The characters that a TrueType file has glyphs for, from its table of characters (format 4)."""
    content = file.read_bytes()
    (tables,) = struct.unpack(">H", content[4:6])
    entries = (struct.unpack(">4sIII", content[12 + 16 * n : 28 + 16 * n]) for n in range(tables))
    start = next(offset for tag, _, offset, _ in entries if tag == b"cmap")
    (count,) = struct.unpack(">H", content[start + 2 : start + 4])
    found: set[int] = set()
    for n in range(count):
        _, _, offset = struct.unpack(">HHI", content[start + 4 + 8 * n : start + 12 + 8 * n])
        at = start + offset
        if struct.unpack(">H", content[at : at + 2])[0] == 4:
            found |= _format_4(content[at:])
    return found


def _format_4(table: bytes) -> set[int]:
    (twice,) = struct.unpack(">H", table[6:8])
    ends = struct.unpack(f">{twice // 2}H", table[14 : 14 + twice])
    starts = struct.unpack(f">{twice // 2}H", table[16 + twice : 16 + 2 * twice])
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1)}


LETTERS = {toned(vowel, tone) for vowel in VOWELS for tone in "\u0300\u0309\u0303\u0301\u0323"} | set(VOWELS) | {"đ"}
SIGNS = set("“”‘’–−…·•×%°№ 0123456789./-:;,()")


@pytest.mark.parametrize("cut", CUTS)
def test_every_letter_and_sign_of_papers_has_a_glyph(cut):
    known = characters(folder() / f"LiberationSerif-{cut}.ttf")
    wanted = {letter for one in LETTERS for letter in (one, one.upper())} | SIGNS
    assert len(LETTERS) == 73
    assert sorted(c for c in wanted if ord(c) not in known) == []


def test_typeface_comes_with_its_licence_and_stays_small():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder() / "LICENSE.txt").read_text(encoding="utf-8")
    assert sum(file.stat().st_size for file in folder().glob("*.ttf")) < 2_000_000
