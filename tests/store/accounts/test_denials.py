import json

import pytest

from sosach.findings.notices import Refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.desk.back_up import back_up
from sosach.store.log.models import Event
from sosach.store.writing import writing
from tests.store.people import COLLABORATOR, ON, OPERATOR


def lines(home):
    return [json.loads(line) for line in home.denials.read_text(encoding="utf-8").splitlines()]


def test_who_was_refused_what_is_remembered(campaign):
    before = Event.objects.count()
    for hamlet in ("Thôn Bãi Dâu", None):
        with pytest.raises(Refused), writing():
            require(COLLABORATOR, Right.ANSWER if hamlet else Right.BACKUP, hamlet)
    told = [{key: one[key] for key in ("name", "role", "right", "hamlet")} for one in lines(campaign)]
    who = {"name": COLLABORATOR.name, "role": "collaborator"}
    assert told == [
        who | {"right": "answer", "hamlet": "Thôn Bãi Dâu"},
        who | {"right": "backup", "hamlet": None},
    ]
    assert Event.objects.count() == before


def test_what_is_allowed_is_no_denial(campaign):
    require(OPERATOR, Right.BACKUP)
    require(COLLABORATOR, Right.ANSWER, "Thôn Gò Me")
    assert not campaign.denials.exists()


def test_where_nothing_can_be_written_the_refusal_stands(campaign):
    campaign.denials.mkdir()
    with pytest.raises(Refused, match="không có quyền"):
        require(COLLABORATOR, Right.BACKUP)


def test_denials_are_in_the_backup(campaign, tmp_path):
    with pytest.raises(Refused):
        require(COLLABORATOR, Right.BACKUP)
    kept = back_up(tmp_path / "b.age", actor=OPERATOR, on=ON).manifest.files
    assert "denials.log" in {one.path for one in kept}
