"""Makes the table of old Vietnamese encodings for the room `text`: `python tools/refdata/legacy_charsets.py
[--check]`."""

import argparse
import sys

from sheet import HERE, Sheet, sheet, source

PLACE = HERE.parents[1] / "src" / "sosach" / "text" / "tables" / "legacy_charsets.csv"


def table() -> Sheet:
    """Every letter with its bytes in TCVN3 and VNI, and its writing in VIQR."""
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


def main() -> int:
    """Writes or checks."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="compare, write nothing")
    made = table().text()
    if options.parse_args().check:
        same = PLACE.read_text(encoding="utf-8") == made
        print("the table is as made" if same else f"{PLACE.name} differs from what its maker makes")
        return 0 if same else 1
    PLACE.write_text(made, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
