import json
from contextlib import suppress

import pytest

from sosach.findings.notices import Refused
from sosach.store import start
from sosach.store.accounts.models import Campaign
from sosach.store.desk.begin import begin_campaign, key_file_beside, replace_key
from sosach.store.log.models import Event
from sosach.store.originals import keep_original, original
from sosach.store.sealing import read_key, recipients
from tests.store.faults import Stopped, stopping
from tests.store.people import COLLABORATOR, KEY, ON, OPERATOR, ROOT

PLAN = ROOT / "plans" / "mau.toml"


def test_a_campaign_begins_with_a_key_that_opens_what_the_home_seals(home, tmp_path):
    begin_campaign(PLAN, tmp_path / "khoa.txt", actor=OPERATOR, on=ON)
    key = read_key(tmp_path / "khoa.txt")
    assert recipients(home) == (key.recipient,)
    assert original(home, keep_original(b"x"), key) == b"x"
    assert json.loads(Event.objects.get().details)["recipients"] == [key.recipient]


def test_the_key_is_nowhere_in_the_home(home, tmp_path):
    begin_campaign(PLAN, tmp_path / "khoa.txt", actor=OPERATOR, on=ON)
    secret = read_key(tmp_path / "khoa.txt").secret.encode()
    assert [p for p in home.folder.rglob("*") if p.is_file() and secret in p.read_bytes()] == []


def test_a_key_in_the_home_would_be_stolen_with_it(home):
    with pytest.raises(Refused, match="nằm trong thư mục dữ liệu"):
        begin_campaign(PLAN, home.folder / "khoa.txt", actor=OPERATOR, on=ON)
    assert Campaign.objects.count() == 0


def test_no_file_gives_way_to_a_key(home, tmp_path):
    (tmp_path / "khoa.txt").write_text("x")
    with pytest.raises(Refused, match="không ghi đè"):
        begin_campaign(PLAN, tmp_path / "khoa.txt", actor=OPERATOR, on=ON)
    assert (tmp_path / "khoa.txt").read_text() == "x"
    assert Campaign.objects.count() == 0


def test_a_key_of_a_campaign_that_did_not_begin_is_taken_away(campaign, tmp_path):
    before = recipients(campaign)
    with pytest.raises(Refused, match="đã có một chiến dịch"):
        begin_campaign(PLAN, tmp_path / "khoa.txt", actor=OPERATOR, on=ON)
    assert not (tmp_path / "khoa.txt").exists()
    assert recipients(campaign) == before


def test_a_lost_key_is_replaced_for_what_is_sealed_from_now_on(campaign, tmp_path):
    old = keep_original(b"old")
    number = replace_key(tmp_path / "khoa.txt", actor=OPERATOR, on=ON)
    key = read_key(tmp_path / "khoa.txt")
    assert Event.objects.get(seq=number).kind == "recipients"
    assert original(campaign, keep_original(b"new"), key) == b"new"
    with pytest.raises(Refused, match="khóa khác"):
        original(campaign, old, key)


@pytest.mark.parametrize("last", range(1, 12))
def test_a_replacing_that_is_stopped_never_seals_for_a_key_that_is_gone(campaign, tmp_path, last):
    with suppress(Stopped), stopping(last):
        replace_key(tmp_path / "khoa.txt", actor=OPERATOR, on=ON)
    start.close()
    kept = tmp_path / "khoa.txt"
    known = [KEY.recipient] + ([read_key(kept).recipient] if kept.exists() else [])
    assert recipients(campaign)[0] in known


def test_who_may_not_replace_the_key_does_not(campaign, tmp_path):
    with pytest.raises(Refused, match="không có quyền"):
        replace_key(tmp_path / "khoa.txt", actor=COLLABORATOR, on=ON)
    assert not (tmp_path / "khoa.txt").exists()


def test_the_key_lies_beside_the_home(tmp_path):
    assert key_file_beside(tmp_path / "so-sach") == tmp_path / "so-sach-khoa-khoi-phuc.txt"
