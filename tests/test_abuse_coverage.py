"""The table of abuse cases names tests that are there, and misses none that says its case."""

import csv
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROWS = list(csv.DictReader((ROOT / "docs" / "abuse-coverage.csv").read_text(encoding="utf-8").splitlines()))


def test_every_test_of_the_table_is_there():
    for row in ROWS:
        place, _, name = row["test"].partition("::")
        assert re.search(rf"^def {name}\(", (ROOT / place).read_text(encoding="utf-8"), re.MULTILINE), row


def test_every_test_of_pages_that_names_its_case_is_in_the_table():
    told = {(row["case"], row["test"].partition("::")[2]) for row in ROWS}
    text = (ROOT / "tests" / "web" / "test_abuse.py").read_text(encoding="utf-8")
    for name in re.findall(r"^def (test_[AF]\w+)", text, re.MULTILINE):
        for letter, number in re.findall(r"(?<=_)([AF])(\d+)(?=_)", name):
            assert (f"{letter}{int(number)}", name) in told
