"""`sosach campaign plan` as it is called."""

import json

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.accounts.selectors import plan
from tests.store.people import ROOT

PLAN = ROOT / "plans" / "mau.toml"


def changed(tmp_path):
    text = PLAN.read_text(encoding="utf-8").replace("due = 2026-06-18", "due = 2026-06-25", 1)
    (tmp_path / "moi.toml").write_text(text, encoding="utf-8")
    return str(tmp_path / "moi.toml")


def test_without_a_reason_it_only_shows(campaign, tmp_path, capsys):
    assert run(["campaign", "plan", changed(tmp_path)]) == DONE
    told = capsys.readouterr().out
    assert "registers.children.due: 18/06/2026 → 25/06/2026" in told
    assert "Chưa thay gì" in told
    assert plan().registers["children"].due.isoformat() == "2026-06-18"


def test_with_a_reason_it_holds(campaign, tmp_path, capsys):
    call = ["campaign", "plan", changed(tmp_path), "--reason", "Công văn 12", "--by", "Bùi Thị Mai", "--json"]
    assert run(call) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["differences"] == [{"place": "registers.children.due", "old": "18/06/2026", "new": "25/06/2026"}]
    assert plan().registers["children"].due.isoformat() == "2026-06-25"


def test_the_same_plan_is_told(campaign, capsys):
    assert run(["campaign", "plan", str(PLAN), "--reason", "x"]) == DONE
    assert "không có gì thay đổi" in capsys.readouterr().out


def test_a_plan_that_cannot_be_used_is_refused(campaign, tmp_path, capsys):
    (tmp_path / "x.toml").write_text("[unit]\nname = 1\n", encoding="utf-8")
    assert run(["campaign", "plan", str(tmp_path / "x.toml")]) == CANNOT
