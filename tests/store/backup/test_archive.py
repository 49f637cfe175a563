import sqlite3

import pytest
from django.db import connection

from sosach.findings.notices import Refused
from sosach.store import sealing
from sosach.store.backup import archive
from sosach.store.backup.archive import write_backup
from sosach.store.backup.unpacking import unpack
from sosach.store.log.selectors import head
from sosach.store.start import current
from tests.store.faults import Stopped, stopping
from tests.store.people import KEY, children, taken_in


def written(target, wanted=(KEY.recipient,)):
    return write_backup(current(), target, wanted, unit="xã Hòa Mẫu", on="2026-06-18")


def opened(tmp_path, file):
    folder = tmp_path / "opened"
    folder.mkdir()
    return folder, unpack(file, KEY, folder)


def test_a_backup_holds_database_snapshots_originals_plan_and_recipients(campaign, tmp_path):
    taken_in(tmp_path / "tre-em.xlsx", children(5))
    manifest = written(tmp_path / "b.age")
    folder, read = opened(tmp_path, tmp_path / "b.age")
    assert read == manifest
    tops = {one.path.split("/")[0] for one in read.files}
    assert tops == {"database", "home.json", "originals", "plans", "recipients.txt", "snapshots"}
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == {
        one.path for one in read.files
    }
    assert (read.database.events, read.database.head) == head()
    assert {table.name: table.rows for table in read.database.tables}["registers_person"] == 5


def test_nothing_of_a_person_can_be_read_in_a_backup_without_the_key(campaign, tmp_path):
    taken_in(tmp_path / "tre-em.xlsx", children(5))
    written(tmp_path / "b.age")
    sealed = (tmp_path / "b.age").read_bytes()
    assert sealed.startswith(b"age-encryption.org/v1")
    assert "Nguyễn".encode() not in sealed
    assert b"TE000001" not in sealed


def test_what_is_being_written_and_what_holds_locks_stays_outside(campaign, tmp_path):
    for name in ("serve.lock", "last-backup.json", "originals/x.new", ".moi-1/x"):
        place = campaign.folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(b"x")
    (campaign.folder / "backups").mkdir()
    (campaign.folder / "backups" / "old.age").write_bytes(b"x")
    paths = {one.path for one in written(tmp_path / "b.age").files}
    assert not {path for path in paths if "lock" in path or "new" in path or "moi" in path or "backup" in path}


@pytest.mark.parametrize("last", [1, 2])
def test_F84_a_backup_that_is_stopped_is_none(campaign, tmp_path, last):
    target = tmp_path / "b.age"
    written(target)
    before = target.read_bytes()
    with pytest.raises(Stopped), stopping(last):
        written(target)
    assert target.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["b.age", "home"]
    assert not (campaign.folder / "backup.new").exists()


def test_a_disk_that_writes_otherwise_than_it_was_told_is_found_out(campaign, tmp_path, monkeypatch):
    def careless(source, target, wanted):
        sealing.seal_stream(source, _Flipping(target), wanted)

    monkeypatch.setattr(archive, "seal_stream", careless)
    with pytest.raises(Refused):
        written(tmp_path / "b.age")
    assert not (tmp_path / "b.age").exists()


class _Flipping:
    """A file that turns one bit round."""

    def __init__(self, target):
        self.target, self.at = target, 0

    def write(self, content):
        turned = bytearray(content)
        if self.at < 5000 < self.at + len(turned):
            turned[5000 - self.at] ^= 1
        self.at += len(turned)
        return self.target.write(bytes(turned))


def test_a_file_that_is_no_backup_is_not_overwritten(campaign, tmp_path):
    (tmp_path / "tre-em.xlsx").write_bytes(b"PK")
    with pytest.raises(Refused, match="không phải là bản sao lưu"):
        written(tmp_path / "tre-em.xlsx")
    assert (tmp_path / "tre-em.xlsx").read_bytes() == b"PK"


def test_F87_a_full_disk_is_told_and_leaves_nothing(campaign, tmp_path, monkeypatch):
    def full(source, target, wanted):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "seal_stream", full)
    with pytest.raises(Refused, match="chỉ còn"):
        written(tmp_path / "b.age")
    assert not (tmp_path / "b.age").exists()


def test_a_damaged_database_is_not_backed_up_as_if_it_were_whole(campaign, tmp_path):
    if connection.vendor != "sqlite":
        return  # a server looks after its own files
    taken_in(tmp_path / "tre-em.xlsx", children(50))
    opened = sqlite3.connect(campaign.database)
    opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    content = bytearray(campaign.database.read_bytes())
    content[40 * 4096 : 41 * 4096] = bytes(4096)
    campaign.database.write_bytes(bytes(content))
    with pytest.raises(Refused, match="bị hỏng"):
        written(tmp_path / "b.age")
    assert not (tmp_path / "b.age").exists()


def test_a_backup_for_nobody_is_refused(campaign, tmp_path):
    with pytest.raises(Refused, match="chưa có người nhận"):
        written(tmp_path / "b.age", ())
