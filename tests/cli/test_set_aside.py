"""`sosach set-aside` as it is called."""

import json

from sosach.cli.main import CANNOT, DONE, run
from tests.store.people import child, taken_in


def test_a_finding_may_stand(campaign, tmp_path, capsys):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), child(2)])
    given = ["set-aside", "children", "TE000001", "sex_missing", "--reason", "Chờ giấy khai sinh"]
    assert run([*given, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["set_aside"] == 1
    assert run(given) == CANNOT
    assert "không có vấn đề" in capsys.readouterr().err
