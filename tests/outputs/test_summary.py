import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.intake.reading import Reading
from sosach.outputs.summary import summary_facts, write_summary
from sosach.outputs.tally import Tally
from tests.intake import books

ON = date(2026, 6, 18)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    book = books.book_of(
        [["UBND XÃ HÒA MẪU"], (*books.HEADINGS, "Năng khiếu"), books.MINH, [None, "Tổng cộng: 1"]], name="Gò Me"
    )
    books.add_sheet(book, "Bến Cỏ", [["UBND XÃ HÒA MẪU"], (*books.HEADINGS, "Năng khiếu"), books.LAN])
    books.add_sheet(book, "Hướng dẫn", [["Bước 1"]])
    return read(books.saved(book, tmp_path_factory.mktemp("a") / "tre-em.xlsx"), ReadingOptions())


def _tally() -> Tally:
    tally = Tally()
    found = {"index": [0, 0, 1], "rule": ["sex_missing", "full_name_slip", "sex_missing"]}
    more = {"group": ["basic_info"] * 3, "severity": ["error", "warning", "error"]}
    tally.add(pl.DataFrame(found | more))
    return tally


def test_every_part_of_the_contract_is_there(reading: Reading) -> None:
    facts = summary_facts(reading, ON, 2, _tally())
    assert list(facts) == [
        "register",
        "source",
        "on",
        "persons",
        "groups",
        "rules",
        "unmapped_headings",
        "warnings",
    ]
    assert list(facts["source"]) == ["name", "sha256", "sheets", "other_sheets", "columns"]
    assert (facts["register"], facts["on"], facts["persons"]) == ("children", "2026-06-18", 2)


def test_rows_add_up_and_those_skipped_are_named(reading: Reading) -> None:
    sheets = summary_facts(reading, ON, 2, Tally())["source"]["sheets"]
    assert sheets[0] == {
        "name": "Gò Me",
        "header_row": 2,
        "first_row": 3,
        "last_row": 4,
        "rows_read": 2,
        "rows_skipped": [{"row": 4, "why": "dòng tổng cộng"}],
    }
    assert sum(sheet["rows_read"] - len(sheet["rows_skipped"]) for sheet in sheets) == 2


def test_sheets_that_are_no_lists_are_named_with_the_reason(reading: Reading) -> None:
    (other,) = summary_facts(reading, ON, 2, Tally())["source"]["other_sheets"]
    assert other["name"] == "Hướng dẫn"
    assert other["why"]


def test_a_heading_of_many_sheets_is_named_once(reading: Reading) -> None:
    facts = summary_facts(reading, ON, 2, Tally())
    assert facts["unmapped_headings"] == ["STT", "Năng khiếu"]
    assert len([c for c in facts["source"]["columns"] if c["heading"] == "Năng khiếu"]) == 2


def test_persons_are_counted_by_group_and_findings_by_rule(reading: Reading) -> None:
    facts = summary_facts(reading, ON, 2, _tally())
    assert facts["groups"]["basic_info"] == 2
    assert facts["groups"]["no_id"] == 0
    assert facts["rules"] == {"sex_missing": 2, "full_name_slip": 1}


def test_warnings_say_what_to_do(reading: Reading) -> None:
    warnings = summary_facts(reading, ON, 2, Tally())["warnings"]
    assert any("Năng khiếu" in warning and "--map" in warning for warning in warnings)


def test_the_file_can_be_read_by_people_and_programs(reading: Reading, tmp_path: Path) -> None:
    facts = summary_facts(reading, ON, 2, _tally())
    write_summary(tmp_path / "summary.json", facts)
    data = (tmp_path / "summary.json").read_bytes()
    assert json.loads(data) == facts
    assert "Bến Cỏ".encode() in data
    assert b"\r" not in data
