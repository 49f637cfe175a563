import json

import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.back_up import back_up, last_backup
from sosach.store.log.models import Event
from sosach.store.log.selectors import head
from sosach.store.sealing import new_key
from tests.store.people import COLLABORATOR, KEY, ON, OPERATOR


def test_who_took_a_copy_of_everybody_is_in_the_log_and_in_the_copy(campaign, tmp_path):
    more = new_key().recipient
    done = back_up(tmp_path / "b.age", [more], actor=OPERATOR, on=ON)
    event = Event.objects.get(kind="backup")
    assert event.actor == OPERATOR.name
    assert json.loads(event.details) == {"file": "b.age", "recipients": [KEY.recipient, more]}
    assert (done.manifest.database.events, done.manifest.database.head) == head()
    assert done.size == (tmp_path / "b.age").stat().st_size


def test_the_last_backup_is_remembered(campaign, tmp_path):
    assert last_backup() is None
    done = back_up(tmp_path / "b.age", actor=OPERATOR, on=ON)
    last = last_backup()
    assert (last.on, last.file, last.events) == (ON, str(tmp_path / "b.age"), done.manifest.database.events)


def test_a_backup_that_could_not_be_written_is_not_the_last_one(campaign, tmp_path):
    (tmp_path / "b.xlsx").write_bytes(b"PK")
    with pytest.raises(Refused):
        back_up(tmp_path / "b.xlsx", actor=OPERATOR, on=ON)
    assert last_backup() is None


def test_a_copy_on_the_same_disk_is_told(campaign, tmp_path):
    assert [said.code for said in back_up(tmp_path / "b.age", actor=OPERATOR, on=ON).notices] == ["backup_beside"]


def test_a_copy_within_the_home_would_be_lost_with_it(campaign):
    with pytest.raises(Refused, match="nằm trong thư mục dữ liệu"):
        back_up(campaign.folder / "b.age", actor=OPERATOR, on=ON)
    assert Event.objects.filter(kind="backup").count() == 0


def test_who_may_not_take_a_copy_does_not(campaign, tmp_path):
    with pytest.raises(Refused, match="không có quyền"):
        back_up(tmp_path / "b.age", actor=COLLABORATOR, on=ON)
    assert not (tmp_path / "b.age").exists()


def test_what_tells_of_the_last_backup_may_be_damaged(campaign):
    campaign.last_backup.write_text("{")
    assert last_backup() is None
