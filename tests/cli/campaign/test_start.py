"""`sosach campaign start` as it is called."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store import start

PLAN = str(Path(__file__).parents[3] / "plans" / "mau.toml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the campaign is to lie."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield tmp_path / "du-lieu"
    start.close()


def test_campaign_begins_and_says_where_it_lies(folder, capsys):
    assert run(["campaign", "start", "--plan", PLAN, "--home", str(folder), "--on", "2026-06-04"]) == DONE
    told = capsys.readouterr().out
    assert "xã Hòa Mẫu, tỉnh Bắc Ninh" in told
    assert str(folder) in told
    assert (folder / "plan.toml").read_bytes() == Path(PLAN).read_bytes()


def test_second_campaign_in_one_home_is_refused(folder, capsys):
    begin = ["campaign", "start", "--plan", PLAN, "--home", str(folder), "--on", "2026-06-04"]
    assert run(begin) == DONE
    assert run(begin) == CANNOT
    assert "đã có một chiến dịch" in capsys.readouterr().err


def test_plan_that_cannot_be_used_leaves_no_home(folder, tmp_path, capsys):
    plan = tmp_path / "plan.toml"
    plan.write_text("[unit]\n", encoding="utf-8")
    assert run(["campaign", "start", "--plan", str(plan), "--home", str(folder)]) == CANNOT
    assert not folder.exists()
    assert "unit.code" in capsys.readouterr().err
