"""A register is one file and a sample: `added_register/merit.py` is put beside the others, and its list is checked.

In a process of its own, for the registers of this one must not change while it tests.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from tests.intake import books

FOLDER = Path(__file__).parent / "added_register"

# What a developer would do by adding a file to the folder of registers.
_WITH_IT = """\
import sys
import sosach.registers
sosach.registers.__path__.append(sys.argv[1])
from sosach.cli.main import run
sys.exit(run(sys.argv[2:]))
"""


@dataclass(frozen=True)
class Checked:
    """What the command said, and its results."""

    ended: subprocess.CompletedProcess[str]
    folder: Path

    def read(self, name: str) -> pl.DataFrame:
        return pl.read_parquet(self.folder / f"{name}.parquet")


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _WITH_IT, str(FOLDER), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    path = Path(shutil.copy(FOLDER / "nguoi-co-cong.csv", tmp_path_factory.mktemp("a")))
    return Checked(run("check", path, "--on", "2026-06-18", "--json"), path.parent / "nguoi-co-cong-checked")


def test_the_list_is_recognised_by_itself(checked):
    assert (checked.ended.returncode, checked.ended.stderr) == (0, "")
    summary = json.loads(checked.ended.stdout)
    assert (summary["register"], summary["persons"]) == ("merit", 6)
    assert summary["unmapped_headings"] == ["STT"]


def test_its_own_fields_are_in_the_records_in_their_order(checked):
    records = checked.read("records")
    assert records.columns[:3] == ["sheet", "row", "record_code"]
    assert records["merit_kind"].to_list()[0] == "Thương binh"
    assert records["granted_on"].to_list() == ["1976-09-02", "1980-07-27", "1979-01-01", None, None, None]
    assert records["raw"].struct.field("merit_rate").to_list()[0] == "31%"


def test_the_rules_that_can_speak_of_it_do(checked):
    found = checked.read("findings").select("row", "rule", "suggestion").sort("row").rows()
    assert found == [
        (5, "personal_id_lost_zero", "027150700002"),
        (6, "birth_date_impossible", None),
        (7, "personal_id_missing", None),
        (8, "full_name_placeholder", None),
        (9, "status_deceased", None),
    ]


def test_people_read_its_name_and_its_labels(checked):
    page = (checked.folder / "report.html").read_text(encoding="utf-8")
    assert "người có công" in page
    assert "Diện người có công" in page
    assert openpyxl.load_workbook(checked.folder / "review.xlsx").sheetnames[:2] == ["Cần rà soát", "Tổng hợp"]


def test_it_can_be_named_and_its_columns_mapped(tmp_path):
    rows = [["Tên", "Sinh", "Được hưởng theo"], ["Nguyễn Văn Chiến", "1948", "Thương binh"]]
    path = books.saved(books.book_of(rows, name="a"), tmp_path / "a.xlsx")
    ended = run("check", path, "--on", "2026-06-18", "--register", "merit", "--map", "merit_kind=Được hưởng theo")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert pl.read_parquet(tmp_path / "a-checked" / "records.parquet")["merit_kind"].to_list() == ["Thương binh"]


def test_help_names_it():
    assert "merit" in run("check", "--help").stdout
