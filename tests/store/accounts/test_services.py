from datetime import date

import pytest

from sosach.findings.notices import Refused
from sosach.store.accounts.models import Campaign, Deadline
from sosach.store.accounts.selectors import actor, commune, plan
from sosach.store.accounts.services import extend, open_account, start_campaign
from sosach.store.log.models import Event
from tests.store.people import COLLABORATOR, ON, OPERATOR, ROOT

PLAN = ROOT / "plans" / "mau.toml"


def test_a_campaign_begins_with_its_plan(home):
    start_campaign(PLAN, actor=OPERATOR, on=ON)
    assert [one.read_bytes() for one in home.plans.iterdir()] == [PLAN.read_bytes()]
    assert plan().unit.name == "xã Hòa Mẫu"
    assert "Thôn Gò Me" in commune(ON).hamlets
    assert Event.objects.get().kind == "campaign"


def test_a_home_has_one_campaign(campaign):
    with pytest.raises(Refused, match="đã có một chiến dịch"):
        start_campaign(PLAN, actor=OPERATOR, on=ON)
    assert Campaign.objects.count() == 1


def test_a_plan_altered_by_hand_is_not_followed(campaign):
    (kept,) = campaign.plans.iterdir()
    kept.write_bytes(kept.read_bytes() + b"\n# x\n")
    with pytest.raises(Refused, match="đã bị sửa"):
        plan()


def test_who_may_not_start_does_not(home):
    with pytest.raises(Refused, match="không có quyền"):
        start_campaign(PLAN, actor=COLLABORATOR, on=ON)
    assert Campaign.objects.count() == 0


def test_a_deadline_moves_with_document_and_reason(campaign):
    number = extend("children", until=date(2026, 6, 30), document="123/UBND", reason="Mất điện", actor=OPERATOR, on=ON)
    assert Deadline.objects.get().until == date(2026, 6, 30)
    event = Event.objects.get(seq=number)
    assert (event.evidence, event.reason) == ("123/UBND", "Mất điện")


@pytest.mark.parametrize(("document", "reason"), [("", "Mất điện"), ("123/UBND", " ")])
def test_a_deadline_does_not_move_without_them(campaign, document, reason):
    with pytest.raises(Refused, match="Thiếu căn cứ"):
        extend("children", until=date(2026, 6, 30), document=document, reason=reason, actor=OPERATOR, on=ON)


def test_people_take_part_in_a_role_and_in_their_hamlets(campaign):
    open_account("Đỗ Thị Hoa", "collaborator", frozenset({"Thôn Gò Me"}), actor=OPERATOR, on=ON)
    assert actor("Đỗ Thị Hoa") == COLLABORATOR
    open_account("Đỗ Thị Hoa", "culture", frozenset(), actor=OPERATOR, on=ON)
    assert actor("Đỗ Thị Hoa").hamlets is None


@pytest.mark.parametrize("name", ["Ai đó", ""])
def test_who_has_no_account_is_nobody(campaign, name):
    with pytest.raises(Refused, match="Chưa có tài khoản"):
        actor(name)


def test_a_role_that_is_none_is_refused(campaign):
    with pytest.raises(Refused, match="Không có vai trò"):
        open_account("Ai đó", "king", frozenset(), actor=OPERATOR, on=ON)
