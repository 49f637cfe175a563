"""`sosach campaign status` as it is called."""

import json

from sosach.cli.main import DONE, run
from tests.store.people import child, taken_in


def test_figures_for_programs(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), child(2)])
    assert run(["campaign", "status", "--on", "2026-06-18", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["on"] == "2026-06-18"
    assert told["registers"]["children"]["groups"] == {"basic_info": {"open": 1, "settled": 0}}
    assert told["registers"]["children"]["week"]["from"] == "2026-06-11"


def test_words_for_people(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), child(2)])
    assert run(["campaign", "status", "--on", "2026-06-18"]) == DONE
    assert "Thiếu hoặc sai thông tin cơ bản: 1 người còn vấn đề" in capsys.readouterr().out
