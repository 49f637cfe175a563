"""`sosach visits list` as it is called."""

import json

from sosach.cli.main import DONE, run
from tests.store.visits import lists


def test_nothing_yet(campaign, capsys):
    assert run(["visits", "list"]) == DONE
    assert "Chưa lập" in capsys.readouterr().out


def test_households_that_answered(campaign, tmp_path, capsys):
    lists.register(tmp_path, {"sex": ""}, {"sex": "?"})
    lists.sent(tmp_path)
    lists.received(lists.filled(lists.workbook(tmp_path), {1: "Nữ"}))
    assert run(["visits", "list", "--json", "--on", "2026-06-22"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["figures"]["households"], told["figures"]["households_answered"]) == (2, 1)
    assert told["hamlets"]["Thôn Gò Me"]["applied"] == 1
    assert run(["visits", "list", "--on", "2026-06-22"]) == DONE
    assert "1/2 hộ đã trả lời" in capsys.readouterr().out
