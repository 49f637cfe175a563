"""The whole way: people are made up, their registers suffer, workbooks are written, read and checked.

What was done to whom is known, so two things can be asked of the program that no real file can tell: does it find every
fault, and does it leave everybody else in peace.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from sosach.campaign.plan import read_plan
from sosach.intake.opening import start
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.rules.context import Commune
from sosach.usecases.check import Options, check
from sosach.usecases.made_up_files import WORKBOOKS, MadeUpFile, write_made_up_files

ON = date(2026, 6, 18)
PLAN = read_plan(Path(__file__).parents[2] / "plans" / "mau.toml")
COMMUNE = Commune(PLAN.unit.code, PLAN.unit.name, PLAN.unit.province, PLAN.hamlet_names(ON))


@dataclass(frozen=True)
class CheckedFile:
    """A made-up workbook and what the program says of it."""

    made: MadeUpFile
    persons: int
    findings: pl.DataFrame


def checked(folder: Path, size: int, seed: int) -> Iterator[CheckedFile]:
    for made in write_made_up_files(folder, size, seed, ON):
        wanted = ReadingOptions()
        opened = read(made.path, wanted, start(made.path, wanted))
        assert opened.register.name == made.register
        out = folder / f"{made.path.stem}-checked"
        outcome = check(opened, Options(on=ON, out=out, review="summary", commune=COMMUNE), lambda _: None)
        yield CheckedFile(made, outcome.summary["persons"], pl.read_parquet(out / "findings.parquet"))


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> list[CheckedFile]:
    return list(checked(tmp_path_factory.mktemp("hoa-mau"), 700, 5))


def missed(file: CheckedFile) -> list[tuple[str, ...]]:
    said = file.findings.select("sheet", "row", "rule", "field")
    silent = file.made.harm.join(said, on=said.columns, how="anti", nulls_equal=True)
    return silent.select("name", "rule", "field", "sheet", "row").rows()


def alarms_for_nothing(file: CheckedFile) -> list[tuple[str, ...]]:
    hurt = file.made.harm.filter("fault").select("sheet", "row")
    serious = file.findings.filter(pl.col("severity") != "info")
    return serious.join(hurt, on=["sheet", "row"], how="anti").select("rule", "field", "value", "sheet", "row").rows()


def test_every_workbook_is_written(commune):
    assert [file.made.path.name for file in commune] == list(WORKBOOKS)


def test_every_person_is_read(commune):
    assert [file.persons for file in commune] == [file.made.persons for file in commune]


def test_every_injury_is_found(commune):
    assert [missed(file) for file in commune] == [[]] * len(commune)


def test_nobody_else_is_suspected(commune):
    assert [alarms_for_nothing(file) for file in commune] == [[]] * len(commune)


def test_same_seed_does_the_same_to_the_same(tmp_path):
    first, second = (write_made_up_files(tmp_path / name, 120, 5, ON) for name in ("a", "b"))
    for one, other in zip(first, second, strict=True):
        assert one.harm.equals(other.harm)


@pytest.mark.deep
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_large_communes_of_other_seeds(tmp_path, seed):
    for file in checked(tmp_path, 12_000, seed):
        assert file.persons == file.made.persons
        assert missed(file) == []
        assert alarms_for_nothing(file) == []
