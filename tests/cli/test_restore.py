"""`sosach restore` as it is called: the whole way from the start of a campaign to another machine."""

import json

import pytest

from sosach.cli.main import CANNOT, DID_NOT_HOLD, DONE, run
from sosach.store import start
from tests.store.people import ROOT, children, workbook


@pytest.fixture
def kept(tmp_path, monkeypatch, capsys):
    """A campaign on one machine, its backup and its key."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SOSACH_HOME", str(tmp_path / "home"))
    key, backup = tmp_path / "usb" / "khoa.txt", tmp_path / "usb" / "so-sach.age"
    register = workbook(tmp_path / "tre-em.xlsx", children(6))
    for call in (
        ["campaign", "start", "--plan", str(ROOT / "plans" / "mau.toml"), "--recovery-key", str(key)],
        ["import", "children", str(register), "--as-of", "2026-06-04"],
        ["backup", str(backup)],
    ):
        assert run([*call, "--on", "2026-06-04"]) == DONE
    capsys.readouterr()
    yield backup, key
    start.close()


def test_another_machine_has_the_campaign(kept, tmp_path, capsys):
    backup, key = kept
    other = str(tmp_path / "other")
    assert run(["log", "verify", "--json"]) == DONE
    here = json.loads(capsys.readouterr().out)
    assert run(["restore", str(backup), "--key-file", str(key), "--home", other]) == DONE
    assert "xã Hòa Mẫu" in capsys.readouterr().out
    assert run(["log", "verify", "--home", other, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out) == here
    assert run(["campaign", "status", "--home", other, "--json", "--on", "2026-06-04"]) == DONE
    assert json.loads(capsys.readouterr().out)["registers"]["children"]["persons"] == 6


def test_figures_for_programs(kept, tmp_path, capsys):
    backup, key = kept
    assert run(["restore", str(backup), "--key-file", str(key), "--home", str(tmp_path / "other"), "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["fault"] is None
    assert told["on"] == "2026-06-04"


def test_the_home_in_use_is_not_overwritten(kept, capsys):
    backup, key = kept
    assert run(["restore", str(backup), "--key-file", str(key)]) == CANNOT
    assert "không rỗng" in capsys.readouterr().err


def test_without_the_key_nothing_comes_back(kept, tmp_path, capsys):
    backup, _ = kept
    assert run(["restore", str(backup), "--key-file", str(backup), "--home", str(tmp_path / "other")]) == CANNOT
    assert not (tmp_path / "other").exists()


def test_F104_a_broken_log_is_restored_and_told(kept, tmp_path, capsys):
    from django.db import connection

    backup, key = kept
    start.open_home(tmp_path / "home")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER event_never_changed")
        cursor.execute("UPDATE log_event SET actor = 'x' WHERE seq = 1")
    assert run(["backup", str(backup)]) == DONE
    assert run(["restore", str(backup), "--key-file", str(key), "--home", str(tmp_path / "other")]) == DID_NOT_HOLD
    assert "sự kiện số 1" in capsys.readouterr().err
