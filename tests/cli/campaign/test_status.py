"""`sosach campaign status` as it is called."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store import start
from tests.store.people import child, children, workbook

PLAN = str(Path(__file__).parents[3] / "plans" / "mau.toml")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A campaign with a register in which one child has no number."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SOSACH_HOME", str(tmp_path / "home"))
    file = workbook(tmp_path / "tre-em.xlsx", [*children(20), child(21, personal_id="")])
    assert run(["campaign", "start", "--plan", PLAN, "--on", "2026-06-04"]) == DONE
    assert run(["import", "children", str(file), "--as-of", "2026-06-04"]) == DONE
    yield tmp_path
    start.close()


def test_figures_count_persons(home, capsys):
    capsys.readouterr()
    assert run(["campaign", "status", "--on", "2026-06-04", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["registers"]["children"]["persons"] == 21
    assert told["registers"]["children"]["groups"]["no_id"]["open"] == 1


def test_words_tell_whose_figures_they_are(home, capsys):
    assert run(["campaign", "status", "--on", "2026-06-04"]) == DONE
    assert "xã Hòa Mẫu, tỉnh Bắc Ninh, ngày 04/06/2026" in capsys.readouterr().out


def test_without_a_campaign_there_are_no_figures(tmp_path, capsys):
    assert run(["campaign", "status", "--home", str(tmp_path / "chua-co")]) == CANNOT
    assert "chưa có chiến dịch" in capsys.readouterr().err
