"""Makes all tables of `sosach.refdata` from their sources: `python tools/refdata/make_all.py [--check]`.

With `--check` nothing is written: every table is made in memory and compared with the file, and the tables kept by hand
are looked at for their form. Exit code 1 when something differs.
"""

import argparse
import sys

import countries
import ethnic_groups
import id_prefixes
import name_frequencies
import places
import public_holidays
from sheet import TABLES, Sheet

from sosach.refdata._table import parsed

_MAKERS = (places, id_prefixes, ethnic_groups, name_frequencies, public_holidays, countries)
_HEAD = ("source", "licence", "made by")
_DATES = ("valid from", "as of")


def made() -> list[Sheet]:
    """Every table that has a maker."""
    return [sheet for maker in _MAKERS for sheet in maker.tables()]


def differences() -> list[str]:
    """What is wrong with the files: not as made, or without a full head."""
    found = [
        f"{sheet.path.name} differs from what its maker makes"
        for sheet in made()
        if not sheet.path.exists() or sheet.path.read_text(encoding="utf-8") != sheet.text()
    ]
    for path in sorted(TABLES.glob("*.csv")):
        head = parsed(path.stem, path.read_text(encoding="utf-8")).head
        found.extend(f"{path.name} does not tell “{key}”" for key in _HEAD if key not in head)
        if not any(key in head for key in _DATES):
            found.append(f"{path.name} does not tell since when it holds")
    return found


def main() -> int:
    """Writes or checks."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="compare, write nothing")
    if options.parse_args().check:
        found = differences()
        print("\n".join(found) or "all tables are as made")
        return 1 if found else 0
    for sheet in made():
        sheet.path.write_text(sheet.text(), encoding="utf-8", newline="\n")
        print(f"{sheet.path.name}: {len(sheet.rows)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
