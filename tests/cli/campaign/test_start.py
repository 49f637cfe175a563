"""`sosach campaign start` as it is called."""

from sosach.cli.main import CANNOT, DONE, run
from sosach.store import start
from sosach.store.accounts.models import Campaign
from sosach.store.sealing import read_key
from tests.store.people import ROOT

PLAN = str(ROOT / "plans" / "mau.toml")


def test_a_campaign_begins_in_a_folder_that_is_not_there_yet(tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    folder = tmp_path / "Dữ liệu xã" / "so-sach"
    assert run(["campaign", "start", "--plan", PLAN, "--home", str(folder), "--on", "2026-06-01"]) == DONE
    told = capsys.readouterr().out
    assert "xã Hòa Mẫu" in told
    key = folder.with_name("so-sach-khoa-khoi-phuc.txt")
    assert str(key) in told
    assert read_key(key).secret not in told
    assert Campaign.objects.get().started_on.isoformat() == "2026-06-01"
    assert run(["campaign", "start", "--plan", PLAN, "--home", str(folder)]) == CANNOT
    assert "đã có một chiến dịch" in capsys.readouterr().err
    start.close()


def test_a_plan_that_cannot_be_used_leaves_nothing_behind(tmp_path, capsys):
    plan = tmp_path / "plan.toml"
    plan.write_text("[unit]\nname = 1\n", encoding="utf-8")
    assert run(["campaign", "start", "--plan", str(plan), "--home", str(tmp_path / "home")]) == CANNOT
    assert not (tmp_path / "home").exists()


def test_F88_a_synchronised_folder_is_refused(tmp_path, capsys):
    folder = tmp_path / "OneDrive" / "so-sach"
    assert run(["campaign", "start", "--plan", PLAN, "--home", str(folder)]) == CANNOT
    assert not folder.parent.exists()
