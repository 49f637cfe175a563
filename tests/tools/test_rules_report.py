"""The report on rules counts what was said and shouts about what was not."""

from pathlib import Path

import polars as pl
from tools.rules_report import OF_REAL_COMMUNES, main

from sosach.rules.catalogue import rules

CODES = sorted({rule.code for rule in rules()} - OF_REAL_COMMUNES)


def say(folder: Path, codes: list[str]) -> Path:
    (folder / "a-checked").mkdir()
    pl.DataFrame({"rule": codes}).write_parquet(folder / "a-checked" / "findings.parquet")
    return folder


def test_all_spoke(tmp_path):
    assert main(say(tmp_path, CODES)) == 0


def test_one_never_spoke(tmp_path, capsys):
    silent = CODES[3]
    assert main(say(tmp_path, [code for code in CODES if code != silent])) == 1
    assert f"1 never spoke: {silent}" in capsys.readouterr().out


def test_findings_are_counted_over_all_files(tmp_path, capsys):
    say(tmp_path, ["sex_missing", "sex_missing"])
    (tmp_path / "b-checked").mkdir()
    pl.DataFrame({"rule": ["sex_missing"]}).write_parquet(tmp_path / "b-checked" / "findings.parquet")
    main(tmp_path)
    assert "      3  sex_missing\n" in capsys.readouterr().out


def test_no_demo_yet(tmp_path, capsys):
    assert main(tmp_path) == 2
    assert "make rules-report" in capsys.readouterr().out
