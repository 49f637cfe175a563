import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from sosach.findings.finding import FINDING_SCHEMA
from sosach.findings.notices import Refused
from sosach.intake.options import ReadingOptions
from sosach.intake.parquet import open_parquet
from sosach.intake.read import read
from sosach.intake.reading import Opened
from sosach.outputs.folder import file_hash
from sosach.rules.context import Commune
from sosach.usecases import check as usecase
from sosach.usecases.check import Options, Outcome, check
from tests.intake import books

ON = date(2026, 6, 18)
FILES = ["findings.parquet", "records.parquet", "report.html", "review.xlsx", "summary.json"]
NO_NUMBER = (4, "Trần Văn Bình", "09/09/2016", "Nam", "Kinh", None, "Vũ Thị Hạnh", "Gò Me")
ONE_WORD = (5, "Én", "07/02/2016", "Nữ", "Kinh", "027316700005", "Vũ Thị Nhài", "Gò Me")


def _silent(_: str) -> None:
    """Nobody listens."""


def _checked(folder: Path, persons: tuple[tuple[object, ...], ...], **more: object) -> Outcome:
    opened = read(books.children(folder / "tre-em.xlsx", persons), ReadingOptions())
    return check(opened, Options(ON, folder / "kq", **more), _silent)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return _checked(tmp_path_factory.mktemp("a"), (*books.PERSONS, NO_NUMBER, ONE_WORD))


def _parquet(path: Path, persons: int) -> Opened:
    pl.DataFrame({"full_name": ["Lê Thị Lan"], "birth_date": ["2018-03-05"]}).select(
        pl.all().repeat_by(persons).explode(empty_as_null=False)
    ).write_parquet(path)
    return open_parquet(path, "children")


def test_five_files_and_nothing_else(done):
    assert sorted(entry.name for entry in done.folder.iterdir()) == FILES
    assert sorted(entry.name for entry in done.folder.parent.iterdir()) == ["kq", "tre-em.xlsx"]


def test_every_person_has_a_record_with_its_source(done):
    records = pl.read_parquet(done.folder / "records.parquet")
    assert records["row"].to_list() == [2, 3, 4, 5, 6]
    assert records["birth_date"].to_list()[-2:] == ["2016-09-09", "2016-02-07"]
    assert records["raw"].struct.field("birth_date").to_list()[-2:] == ["09/09/2016", "07/02/2016"]


def test_findings_have_the_columns_of_the_contract(done):
    findings = pl.read_parquet(done.folder / "findings.parquet")
    assert findings.schema == pl.Schema(FINDING_SCHEMA)
    assert findings.select("row", "rule").rows() == [(5, "personal_id_missing"), (6, "full_name_one_word")]


def test_the_summary_is_that_of_the_files(done):
    written = json.loads((done.folder / "summary.json").read_text(encoding="utf-8"))
    assert written == done.summary
    assert written["outputs"] == {"review.xlsx": file_hash(done.folder / "review.xlsx")}
    assert (written["persons"], written["groups"]["no_id"], written["review"]) == (5, 1, "full")


@pytest.mark.parametrize(("fail_on", "holds"), [(None, True), ("error", False), ("warning", False)])
def test_what_the_caller_demands(done, fail_on, holds):
    assert (done.errors, done.problems) == (1, 2)
    assert done.holds(fail_on) is holds


def test_a_warning_is_no_error(tmp_path):
    outcome = _checked(tmp_path, (ONE_WORD,))
    assert (outcome.holds("error"), outcome.holds("warning")) == (True, False)


def test_a_clean_register_holds_every_demand(tmp_path):
    outcome = _checked(tmp_path, books.PERSONS)
    assert (outcome.errors, outcome.problems) == (0, 0)
    assert outcome.holds("warning")
    assert pl.read_parquet(outcome.folder / "findings.parquet").is_empty()


def test_the_outcome_in_words_says_where_the_results_are(done):
    lines = done.in_words().splitlines()
    persons = "2 người có vấn đề (40,0 %): 1 người có lỗi, 1 người chỉ cần xác minh"
    assert lines[0] == f"Đã đọc 5 người trong “tre-em.xlsx”; {persons}."
    assert lines[1].endswith("review.xlsx")
    assert lines[2].endswith("report.html")


def test_the_outcome_says_that_there_is_something_to_know_of_the_file(tmp_path):
    book = books.book_of([books.HEADINGS, *books.PERSONS], name="trẻ em")
    book.active.row_dimensions[3].hidden = True
    opened = read(books.saved(book, tmp_path / "a.xlsx"), ReadingOptions())
    words = check(opened, Options(ON, tmp_path / "kq"), _silent).in_words()
    assert words.splitlines()[0] == "Đã đọc 3 người trong “a.xlsx”; chưa thấy vấn đề nào."
    assert words.splitlines()[-1].startswith("Điều cần biết về tệp: 1")


def test_steps_are_told(tmp_path):
    opened = read(books.children(tmp_path / "a.xlsx"), ReadingOptions())
    told: list[str] = []
    check(opened, Options(ON, tmp_path / "kq"), told.append)
    assert told == ["Đã kiểm tra 3 người…", "Đang viết bảng rà soát…"]


@pytest.mark.parametrize(
    ("asked", "persons", "sheets"),
    [("summary", 3, ["Tổng hợp"]), (None, 3, ["Cần rà soát", "Tổng hợp", "Danh sách trẻ em"]), (None, 4, ["Tổng hợp"])],
)
def test_how_much_the_workbook_holds(tmp_path, monkeypatch, asked, persons, sheets):
    monkeypatch.setattr(usecase, "REVIEW_LIMIT", 3)
    outcome = _checked(tmp_path, (*books.PERSONS, NO_NUMBER)[:persons], review=asked)
    book = openpyxl.load_workbook(outcome.folder / "review.xlsx", read_only=True)
    assert book.sheetnames == sheets
    assert outcome.summary["review"] == ("full" if len(sheets) == 3 else "summary")
    book.close()


def test_a_full_workbook_can_be_had_of_many_when_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(usecase, "REVIEW_LIMIT", 0)
    assert _checked(tmp_path, books.PERSONS, review="full").summary["review"] == "full"


def test_records_of_parquet_carry_no_sources(tmp_path):
    outcome = check(_parquet(tmp_path / "tre.parquet", 3), Options(ON, tmp_path / "kq"), _silent)
    records = pl.read_parquet(outcome.folder / "records.parquet")
    assert records.select("sheet", "row").rows() == [("", 1), ("", 2), ("", 3)]
    assert "raw" not in records.columns


def test_a_commune_brings_the_rules_about_places(tmp_path):
    commune = Commune("99999", "Hòa Mẫu", "Bắc Ninh", ("Gò Me",))
    outcome = _checked(tmp_path, books.PERSONS, commune=commune)
    assert outcome.summary["rules"] == {"hamlet_unknown": 2}  # Bến Cỏ, twice


def _batches(folder: Path) -> Iterator[pl.DataFrame]:
    for name in ("records.parquet", "findings.parquet"):
        yield pl.read_parquet(folder / name)


def test_batches_come_together_as_one(tmp_path, monkeypatch):
    persons = (*books.PERSONS, NO_NUMBER, ONE_WORD) * 3
    opened = read(books.children(tmp_path / "a.xlsx", persons), ReadingOptions())
    whole = check(opened, Options(ON, tmp_path / "whole"), _silent)
    monkeypatch.setattr("sosach.engines.local.BATCH", 4)
    parts = check(opened, Options(ON, tmp_path / "parts"), _silent)
    order = ["sheet", "row"]
    for one, other in zip(_batches(whole.folder), _batches(parts.folder), strict=True):
        by = [*order, "rule", "field"] if "rule" in one.columns else order
        assert one.sort(by).equals(other.sort(by))
    assert whole.summary["groups"] == parts.summary["groups"]


def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "kq").write_text("a file", encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        _checked(tmp_path, books.PERSONS)
    assert refusal.value.notice.code == "output_no_folder"
