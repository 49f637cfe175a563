"""`sosach merge` as it is called."""

import json

from sosach.cli.main import CANNOT, DONE, run
from tests.store.people import child, taken_in


def test_two_records_become_one(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", [child(1), child(1, record_code="TE000031")])
    assert run(["merge", "children", "TE000031", "TE000001", "--reason", "Nhập hai lần", "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["settled"] > 0
    assert run(["merge", "children", "TE000031", "TE000001", "--reason", "Nhập hai lần"]) == CANNOT


def test_not_without_a_reason(campaign, capsys):
    assert run(["merge", "children", "TE000031", "TE000001"]) == CANNOT
