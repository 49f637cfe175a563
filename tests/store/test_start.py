import pytest
from django.db import connection

from sosach.findings.notices import Refused
from sosach.store import start
from sosach.store.accounts.models import Campaign
from sosach.store.accounts.selectors import campaign as known_campaign
from sosach.store.accounts.services import start_campaign
from sosach.store.backup.database import kept_in
from sosach.store.backup.unpacking import unpack
from sosach.store.home import create
from sosach.store.lock import alone
from sosach.store.log.selectors import head
from tests.store.databases import sqlite_home
from tests.store.faults import Stopped, stopping
from tests.store.people import KEY, ON, OPERATOR, ROOT


def test_a_process_may_turn_from_one_home_to_another(campaign, tmp_path):
    assert Campaign.objects.count() == 1
    sqlite_home(tmp_path / "other")
    assert Campaign.objects.count() == 0


def test_an_opened_home_keeps_what_it_held(tmp_path):
    sqlite_home(tmp_path / "home")
    start_campaign(ROOT / "plans" / "mau.toml", actor=OPERATOR, on=ON)
    start.close()
    start.open_home(tmp_path / "home")
    assert Campaign.objects.get().unit_name == "xã Hòa Mẫu"
    start.close()


def test_F101_tables_of_a_newer_program_are_left_alone(home):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('log', '9999_later', '2030-01-01')")
    with pytest.raises(Refused, match="bản mới hơn"):
        start.migrate()


def test_a_database_of_another_home_is_not_used(campaign):
    campaign.mark.write_text('{"home": "other", "format": 1}')
    with pytest.raises(Refused, match="không phải của thư mục"):
        known_campaign()


def test_a_damaged_database_is_told(tmp_path):
    home = sqlite_home(tmp_path / "home")
    start.close()
    home.database.write_bytes(b"no database at all" * 100)
    with pytest.raises(Refused, match="Không mở được"):
        start.open_home(tmp_path / "home")
    start.close()


def test_F101_making_the_tables_is_taken_up_again_where_it_was_stopped(tmp_path):
    last = 1
    while True:
        start.use(create(tmp_path / "home"))  # as the next process does
        try:
            with stopping(last):
                start.migrate()
            break
        except Stopped:
            start.close()
            last += 29
    start_campaign(ROOT / "plans" / "mau.toml", actor=OPERATOR, on=ON)
    assert Campaign.objects.count() == 1
    assert last > 20
    start.close()


def test_F101_before_tables_are_changed_the_home_is_kept(campaign, tmp_path, monkeypatch):
    told, chain = kept_in(campaign), head()
    monkeypatch.setattr(start, "_due", lambda: True)
    start.migrate()
    (kept,) = campaign.backups.iterdir()
    assert kept.name == f"before-upgrade-{chain[0]}.age"
    (tmp_path / "opened").mkdir()
    assert unpack(kept, KEY, tmp_path / "opened").database == told


def test_a_new_home_has_nothing_to_keep(home, monkeypatch):
    monkeypatch.setattr(start, "_due", lambda: True)
    start.migrate()
    assert not home.backups.exists()


def test_F101_a_home_that_seals_for_nobody_keeps_its_database_open(campaign, monkeypatch):
    campaign.recipients.unlink()
    monkeypatch.setattr(start, "_due", lambda: True)
    for _ in range(2):
        start.migrate()
    (kept,) = campaign.backups.iterdir()
    assert kept.is_dir()
    assert any(kept.iterdir())


def test_F101_a_home_that_cannot_be_kept_is_not_changed(campaign, monkeypatch):
    campaign.recipients.write_text("age1 of nobody")
    monkeypatch.setattr(start, "_due", lambda: True)
    monkeypatch.setattr(start, "_migrate", lambda: pytest.fail("the tables were changed"))
    with pytest.raises(Refused, match="không phải là khóa nhận"):
        start.migrate()


def test_two_commands_do_not_change_the_tables_at_once(home, monkeypatch):
    monkeypatch.setattr(start, "_due", lambda: True)
    monkeypatch.setattr(start, "WAIT", 0.1)
    with alone(home.folder / "upgrade.lock", "home_busy"), pytest.raises(Refused, match="đang ghi"):
        start.migrate()
