"""All tables together: they are what their makers make, tell where they come from, and keep the package small."""

import subprocess
import sys
from pathlib import Path

import pytest

from sosach.refdata._table import table

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "src" / "sosach" / "refdata" / "tables"
NAMES = sorted(path.stem for path in TABLES.glob("*.csv"))


def test_tables_are_as_their_makers_make_them():
    check = [sys.executable, str(ROOT / "tools" / "refdata" / "make_all.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_every_table_tells_source_licence_and_maker(name):
    head = table(name).head
    assert {"source", "licence", "made by"} <= set(head)
    assert "valid from" in head or "as of" in head
    maker = head["made by"]
    assert maker.startswith("hand") or (ROOT / maker).exists()


@pytest.mark.parametrize("name", NAMES)
def test_no_value_has_spaces_around_it_or_is_decomposed(name):
    import unicodedata

    for row in table(name).rows:
        for value in row:
            assert value == value.strip() == unicodedata.normalize("NFC", value)


def test_tables_stay_small():
    assert sum(path.stat().st_size for path in TABLES.glob("*.csv")) < 2_000_000
