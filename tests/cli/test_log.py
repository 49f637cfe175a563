"""`sosach log verify` as it is called."""

import json

from django.db import connection

from sosach.cli.main import DID_NOT_HOLD, DONE, run
from sosach.store.log.selectors import head
from tests.store.log.test_services import disarm


def test_a_whole_log_is_told_with_its_head(campaign, capsys):
    assert run(["log", "verify", "--json"]) == DONE
    assert json.loads(capsys.readouterr().out) == {"events": 1, "head": head()[1], "fault": None}
    assert run(["log", "verify", "--head", head()[1][:16]]) == DONE
    assert "nguyên vẹn: 1 sự kiện" in capsys.readouterr().out


def test_F104_a_broken_log_names_the_first_event(campaign, capsys):
    disarm()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE log_event SET actor = 'Ai đó'")
    assert run(["log", "verify"]) == DID_NOT_HOLD
    assert "Sự kiện số 1 không khớp" in capsys.readouterr().out


def test_a_head_that_is_not_there_is_told(campaign, capsys):
    assert run(["log", "verify", "--head", "00ff00ff00ff00ff"]) == DID_NOT_HOLD
    assert "không có trong nhật ký" in capsys.readouterr().out
