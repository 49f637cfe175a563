"""`sosach demo`: the whole campaign from its start to another machine, with the commands that people type."""

import json
import re
from pathlib import Path

import pytest

from sosach.cli.demo.steps import END
from sosach.cli.main import CANNOT, DONE, run
from sosach.store import start
from tests.store import invariants

SIZE = "150"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("SOSACH_HOME", raising=False)
    monkeypatch.setenv("SOSACH_USER", "")  # the demo names its own people; afterwards it is as it was
    yield tmp_path / "demo"
    start.close()


def told(capsys, *call):
    """What a command says to programs."""
    assert run([*call, "--json"]) == DONE
    return json.loads(capsys.readouterr().out)


def test_a_made_up_commune_goes_through_the_whole_campaign(desk, capsys):
    assert run(["demo", str(desk), "--size", SIZE, "--no-serve"]) == DONE
    said = capsys.readouterr().out
    assert "Xong trong" in said
    assert "Nhật ký nguyên vẹn" in said
    assert f"serve --home {desk / 'so-sach'} --on {END}" in said
    assert not re.search(r"\b0\d{11}\b", said)  # nobody's number on a terminal, which may be anybody's to see
    for place in ("tre-em-checked/review.xlsx", "cong-an/dot-1.xlsx", "cap-nhat/lan-1.xlsx.proof.json", "sao-luu"):
        assert (desk / place).exists()
    home = ("--home", str(desk / "so-sach"))
    figures = told(capsys, "campaign", "status", *home, "--on", "2026-07-07")
    children = figures["registers"]["children"]
    assert children["returned"] > 0
    assert children["at_police"] > 0
    assert children["uploaded"] == children["confirmed"] > 0
    assert children["ready_to_upload"] == children["reopened"] == 0
    week = children["week"]
    left = sum(week[why] for why in ("merged", "deceased", "moved", "turned_sixteen"))
    assert week["before"] + week["new"] - left == week["persons"] == children["persons"]
    assert figures["visits"]["met"] > 0
    assert figures["civil"]["same"] > 0
    assert told(capsys, "log", "verify", *home) == told(capsys, "log", "verify", "--home", str(desk / "may-khac"))
    start.open_home(desk / "so-sach")
    for register in ("children", "beneficiaries"):
        invariants._values_are_told_by_the_log(register)


def test_a_folder_that_holds_something_is_left_alone(desk, capsys):
    desk.mkdir()
    (desk / "x").write_text("x")
    assert run(["demo", str(desk), "--no-serve"]) == CANNOT
    assert "không rỗng" in capsys.readouterr().err
    assert [one.name for one in desk.iterdir()] == ["x"]


def test_the_pages_are_looked_at_on_the_day_on_which_the_story_ends():
    made = (Path(__file__).parents[3] / "Makefile").read_text(encoding="utf-8")
    assert f"serve --home demo/so-sach --on {END}\n" in made
