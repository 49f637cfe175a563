"""Makes the tables of old encodings for the room `text`: `python tools/refdata/legacy_charsets.py [--check]`."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from sheet import HERE, Sheet, sheet, source

PLACE = HERE.parents[1] / "src" / "sosach" / "text" / "tables"

# A syllable that so few pupils bear may be a slip in the lists.
_LEAST = 3


def tables() -> list[Sheet]:
    """The letters of the charsets, and the syllables by which their readings are weighed."""
    return [_charsets(), _syllables()]


def _charsets() -> Sheet:
    rows = [
        (r["char"], r["tcvn3_abc_byte"], r["vni_win_bytes"], r["viqr"])
        for r in source("encoding/vietnamese_legacy_charsets.csv")
    ]
    head = {
        "source": "TCVN 5712:1993 (glibc iconv table TCVN5712-1); VNI-Windows and VIQR (RFC 1456) after\n"
        "npm vietnamese-conversion 2.0.0 @ad55b356 with four cells corrected;\n"
        "all compared with the tables of fcitx5-unikey @6ea3b376",
        "licence": "facts; MIT for the VNI and VIQR columns",
        "as of": "1993",
        "made by": "tools/refdata/legacy_charsets.py",
        "note": "tcvn3 and vni are bytes in hexadecimal, as a program that knows neither reads them in Windows-1252\n"
        "TCVN3 fonts have no toned capitals: a font whose name ends in H draws the small letters as capitals",
    }
    return sheet("legacy_charsets", head, "char tcvn3 vni viqr", rows)


def _syllables() -> Sheet:
    counts: Counter[str] = Counter()
    for part in ("family", "middle", "given"):
        for r in source(f"names/{part}_names_freq.csv"):
            for syllable in r[f"{part}_name"].lower().split():
                counts[syllable] += int(r["n"])
    rows = sorted((syllable,) for syllable, n in counts.items() if n >= _LEAST and not syllable.isascii())
    head = {
        "source": "counted in a public set of class lists of 40,496 persons",
        "licence": "MIT",
        "as of": "2024-01-01",
        "made by": "tools/refdata/legacy_charsets.py",
        "note": f"syllables with marks that at least {_LEAST} persons bear in their names",
    }
    return sheet("name_syllables", head, "syllable", rows)


def _place(made: Sheet) -> Path:
    return PLACE / f"{made.name}.csv"


def main() -> int:
    """Writes or checks."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="compare, write nothing")
    if options.parse_args().check:
        differing = [made.name for made in tables() if _place(made).read_text(encoding="utf-8") != made.text()]
        print(f"not as made: {differing}" if differing else "the tables are as made")
        return 1 if differing else 0
    for made in tables():
        _place(made).write_text(made.text(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
