"""`sosach campaign calendar` as it is called."""

import json
from pathlib import Path

import pytest

from sosach.cli.main import CANNOT, DID_NOT_HOLD, DONE, run

ROOT = Path(__file__).parents[3]
CAO_DUC = str(ROOT / "plans" / "cao-duc-2026.toml")


def test_plan_file_needs_no_campaign(capsys):
    assert run(["campaign", "calendar", "--plan", CAO_DUC]) == DONE
    assert "T5 18/06/2026" in capsys.readouterr().out


def test_json_is_one_object(capsys):
    assert run(["campaign", "calendar", "--plan", CAO_DUC, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert [(c["register"], c["earliest"]) for c in told["conflicts"]] == [("children", "2026-06-24")]


def test_conflict_is_enforced_when_asked_for(capsys):
    assert run(["campaign", "calendar", "--plan", CAO_DUC, "--fail-on-conflict"]) == DID_NOT_HOLD


def test_plan_that_works_passes(tmp_path, capsys):
    plan = tmp_path / "plan.toml"
    text = Path(CAO_DUC).read_text(encoding="utf-8").replace("due = 2026-06-18", "due = 2026-06-26")
    plan.write_text(text.replace("ends = 2026-06-18\ndue", "ends = 2026-06-26\ndue"), encoding="utf-8")
    assert run(["campaign", "calendar", "--plan", str(plan), "--fail-on-conflict"]) == DONE


def test_calendar_file_is_written_whole(tmp_path, capsys):
    file = tmp_path / "lịch" / "xã.ics"
    options = ["--ics", str(file), "--on", "2026-06-01", "--json"]
    assert run(["campaign", "calendar", "--plan", CAO_DUC, *options]) == DONE
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"DTSTAMP:20260531T170000Z" in file.read_bytes()
    assert [path.name for path in file.parent.iterdir()] == ["xã.ics"]


@pytest.mark.parametrize("name", ["lich.txt", "lich"])
def test_calendar_file_under_another_name_is_refused_before_anything_is_written(tmp_path, capsys, name):
    assert run(["campaign", "calendar", "--plan", CAO_DUC, "--ics", str(tmp_path / name)]) == CANNOT
    assert list(tmp_path.iterdir()) == []
    assert ".ics" in capsys.readouterr().err


def test_plan_with_a_slip_names_the_key(tmp_path, capsys):
    plan = tmp_path / "plan.toml"
    plan.write_text(Path(CAO_DUC).read_text(encoding="utf-8").replace("before_day = 15", "truoc_ngay = 15", 1))
    assert run(["campaign", "calendar", "--plan", str(plan)]) == CANNOT
    assert "reports[2].before_day" in capsys.readouterr().err


def test_without_a_plan_the_home_is_asked_for(tmp_path, capsys):
    assert run(["campaign", "calendar", "--home", str(tmp_path / "chua-co")]) == CANNOT
    assert "chưa có chiến dịch" in capsys.readouterr().err
