import os
from urllib.parse import urlsplit

import pytest
from django.db import connection

from sosach.findings.notices import Refused
from sosach.store import start
from sosach.store.accounts.models import Campaign
from sosach.store.accounts.selectors import plan
from sosach.store.backup.database import kept_in
from sosach.store.desk.back_up import back_up
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.import_register import import_register
from sosach.store.desk.restore import restore
from sosach.store.log.selectors import head
from sosach.store.registers.models import Person
from sosach.store.sealing import new_key, write_key
from tests.store import databases
from tests.store.invariants import check_invariants
from tests.store.people import KEY, ON, OPERATOR, child, children, opened, taken_in, workbook


@pytest.fixture
def elsewhere(tmp_path, home):
    """Another machine: a folder, and an empty database on the server where there is one."""
    address = databases.empty_database() if connection.vendor == "postgresql" else None
    yield tmp_path / "other machine" / "so-sach", address
    start.close()
    if address:
        databases.drop(address)


@pytest.fixture
def key_file(tmp_path):
    write_key(KEY, tmp_path / "khoa.txt", "xã Hòa Mẫu")
    return tmp_path / "khoa.txt"


@pytest.fixture
def backup(campaign, tmp_path):
    """A backup of a home in which something was done."""
    taken_in(tmp_path / "tre-em.xlsx", [*children(8), child(9, birth_date="31/02/2012")])
    facts = {"register": "children", "record_code": "TE000009", "field": "birth_date", "value": "10/10/2012"}
    decide(Decision(**facts, evidence="Giấy khai sinh", reason="Gõ nhầm"), actor=OPERATOR, on=ON)
    back_up(tmp_path / "b.age", actor=OPERATOR, on=ON)
    return tmp_path / "b.age"


def test_F102_another_machine_has_what_this_one_had(backup, key_file, elsewhere, campaign):
    was, chain = kept_in(campaign), head()
    folder, address = elsewhere
    done = restore(backup, key_file, folder, address)
    assert done.fault is None
    assert done.originals == 1
    assert kept_in(done.home) == was
    assert head() == chain
    assert plan().unit.name == "xã Hòa Mẫu"
    assert Person.objects.get(record_code="TE000009").birth_date == "2012-10-10"
    check_invariants()


def test_work_goes_on_in_a_restored_home(backup, key_file, elsewhere, tmp_path):
    restore(backup, key_file, *elsewhere)
    file = opened(workbook(tmp_path / "tre-em-2.xlsx", children(12)))
    assert import_register(file, actor=OPERATOR, on=ON).taken.figures["new"] == 3
    back_up(tmp_path / "b2.age", actor=OPERATOR, on=ON)
    check_invariants()


def test_nothing_is_made_of_a_backup_that_does_not_open(backup, tmp_path, elsewhere):
    folder, address = elsewhere
    write_key(new_key(), tmp_path / "khoa-khac.txt", "xã Hòa Mẫu")
    with pytest.raises(Refused, match="khóa khác"):
        restore(backup, tmp_path / "khoa-khac.txt", folder, address)
    assert list(folder.parent.iterdir()) == []


def test_a_home_is_never_overwritten(backup, key_file, campaign):
    before = sorted(campaign.folder.rglob("*"))
    with pytest.raises(Refused, match="không rỗng"):
        restore(backup, key_file, campaign.folder, os.environ.get("DATABASE_URL"))
    assert sorted(campaign.folder.rglob("*")) == before


def test_an_empty_folder_will_do(backup, key_file, elsewhere):
    folder, address = elsewhere
    folder.mkdir(parents=True)
    restore(backup, key_file, folder, address)
    assert Campaign.objects.count() == 1


def test_a_backup_of_the_other_engine_is_refused(backup, key_file, elsewhere):
    folder, address = elsewhere
    other = None if address else "postgresql://nobody@/nothing"
    with pytest.raises(Refused, match=r"PostgreSQL|SQLite"):
        restore(backup, key_file, folder, other)
    assert not folder.exists()


def test_a_database_that_holds_something_is_left_alone(backup, key_file, elsewhere):
    folder, _ = elsewhere
    address = os.environ.get("DATABASE_URL")
    if not address:
        return  # the database is in the folder
    with pytest.raises(Refused, match="đã có bảng"):
        restore(backup, key_file, folder, address)
    assert urlsplit(address).path
    assert not folder.exists()


def test_F104_a_log_altered_before_the_backup_is_told(backup, key_file, elsewhere, campaign, tmp_path):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE log_event DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER event_never_changed")
        cursor.execute("UPDATE log_event SET reason = 'x' WHERE seq = 2")
    back_up(tmp_path / "b.age", actor=OPERATOR, on=ON)
    assert restore(backup, key_file, *elsewhere).fault.seq == 2
