import json
from pathlib import Path

import openpyxl
import polars as pl

from sosach.cli.main import run
from tests.engines.lists import AN, CUONG, write
from tests.intake import books

ON = ("--on", "2026-06-18")
FILES = {"pairs.parquet", "pairs.xlsx", "pairs.json"}
AGAIN = AN | {"record_code": "TE9", "personal_id": None, "hamlet": "Thôn Bến Cỏ"}


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_results_stand_beside_the_workbook_which_stays_as_it_is(tmp_path, capsys):
    book = books.children(tmp_path / "tre-em.xlsx", books.PERSONS)
    before = book.read_bytes()
    assert run(["duplicates", str(book), *ON]) == 0
    assert names(tmp_path) == {"tre-em.xlsx", "tre-em-duplicates"}
    assert names(tmp_path / "tre-em-duplicates") == FILES
    assert book.read_bytes() == before
    assert capsys.readouterr().out.startswith("Đã so 3 người trong “tre-em.xlsx”: 0 cặp")


def test_decision_is_read_back_and_kept(tmp_path):
    book = str(write(tmp_path / "a.parquet", AN, CUONG, AGAIN))
    out = tmp_path / "kq"
    assert run(["duplicates", book, *ON, "--out", str(out)]) == 0
    filled = openpyxl.load_workbook(out / "pairs.xlsx")
    heads = [cell.value for cell in filled["Trùng"][1]]
    filled["Trùng"].cell(3, heads.index("Kết luận") + 1).value = "Hai người"
    filled.save(out / "pairs.xlsx")
    assert run(["duplicates", book, *ON, "--out", str(out), "--decisions", str(out / "pairs.xlsx")]) == 0
    assert names(out) == FILES | {"pairs-decisions.json", "pairs-cu-1.xlsx"}
    assert run(["duplicates", book, *ON, "--out", str(out)]) == 0
    assert pl.read_parquet(out / "pairs.parquet").is_empty()


def test_json_is_one_object_with_the_rows_behind_the_figures(tmp_path, capsys):
    book = write(tmp_path / "a.parquet", AN, CUONG, AGAIN)
    assert run(["duplicates", str(book), *ON, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["verdicts"] == {"same": 1, "review": 0, "twins": 0}
    assert told["details"]["same"] == [{"sheet": "", "row": 1, "other_sheet": "", "other_row": 3}]
