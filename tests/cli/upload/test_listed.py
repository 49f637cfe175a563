"""`sosach upload list` as it is called."""

import json

from sosach.cli.main import DONE, run
from tests.store.upload import exports


def test_nothing_yet(campaign, capsys):
    assert run(["upload", "list"]) == DONE
    assert "Chưa lập" in capsys.readouterr().out


def test_ready_prepared_and_taken_over(campaign, tmp_path, capsys):
    base = exports.register(tmp_path)
    assert run(["upload", "list", "--json", "--on", "2026-06-25"]) == DONE
    before = json.loads(capsys.readouterr().out)["registers"]["children"]
    assert (before["ready"]["facts"], before["facts"]) == (2, 0)
    exports.prepared(base, tmp_path / "o.xlsx")
    exports.confirmed(exports.later(tmp_path, {1: {"sex": "Nữ"}}))
    assert run(["upload", "list", "--json", "--on", "2026-06-25"]) == DONE
    after = json.loads(capsys.readouterr().out)["registers"]["children"]
    assert (after["ready"]["facts"], after["accepted"], after["missing"]) == (1, 1, 1)
    assert run(["upload", "list", "--on", "2026-06-25"]) == DONE
    told = capsys.readouterr().out
    assert "phần mềm đã nhận 1, chưa nhận 1" in told
    assert "18/06/2026" in told
