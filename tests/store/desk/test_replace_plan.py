import json

import pytest

from sosach.findings.notices import Refused
from sosach.store.accounts.selectors import commune, plan
from sosach.store.desk.replace_plan import Difference, compare_plan, replace_plan
from sosach.store.findings.models import Finding
from sosach.store.log.models import Event
from tests.store.faults import stop_everywhere
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, ON, OPERATOR, ROOT, child, taken_in

PLAN = ROOT / "plans" / "mau.toml"


def changed(folder, *changes, name="moi.toml"):
    text = PLAN.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_what_changes_is_told_by_its_place(campaign, tmp_path):
    file = changed(tmp_path, ("due = 2026-06-18", "due = 2026-06-25"), ('name = "Thôn Gò Me"', 'name = "Thôn Gò Mới"'))
    told = compare_plan(file)
    assert told[0] == Difference("registers.children.due", "18/06/2026", "25/06/2026")
    assert Difference("hamlets.Thôn Gò Me.name", "Thôn Gò Me", None) in told
    assert Difference("hamlets.Thôn Gò Mới.name", None, "Thôn Gò Mới") in told
    assert all(one.place.startswith(("hamlets.Thôn Gò M", "registers.children.due")) for one in told)


def test_the_new_plan_holds_and_the_old_one_is_kept(campaign, tmp_path):
    file = changed(tmp_path, ("due = 2026-06-18", "due = 2026-06-25"))
    done = replace_plan(file, "Công văn số 12", actor=OPERATOR, on=ON)
    assert plan().registers["children"].due.isoformat() == "2026-06-25"
    event = Event.objects.get(seq=done.operation)
    assert (event.kind, event.reason) == ("plan", "Công văn số 12")
    assert json.loads(event.details)["differences"] == [["registers.children.due", "18/06/2026", "25/06/2026"]]
    assert len(list(campaign.plans.iterdir())) == 2


def test_findings_follow_the_hamlets_of_the_new_plan(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1), child(2)])
    assert not Finding.objects.filter(rule__startswith="hamlet").exists()
    file = changed(tmp_path, ('name = "Thôn Gò Me"', 'name = "Thôn Khác Hẳn"'))
    replace_plan(file, "Sáp nhập thôn", actor=OPERATOR, on=ON)
    assert "Thôn Gò Me" not in commune(ON).hamlets
    assert Finding.objects.filter(field="hamlet", state="open").exists()
    check_invariants()


def test_the_same_plan_changes_nothing(campaign):
    before = Event.objects.count()
    assert replace_plan(PLAN, "x", actor=OPERATOR, on=ON).operation is None
    assert Event.objects.count() == before


def test_a_plan_of_another_commune_is_another_campaign(campaign, tmp_path):
    file = changed(tmp_path, ('code = "99999"', 'code = "99998"'))
    with pytest.raises(Refused, match="chiến dịch này là của"):
        replace_plan(file, "x", actor=OPERATOR, on=ON)


@pytest.mark.parametrize(("actor", "reason", "said"), [(COLLABORATOR, "x", "không có quyền"), (OPERATOR, " ", "Thiếu")])
def test_not_by_anybody_and_not_without_a_reason(campaign, tmp_path, actor, reason, said):
    file = changed(tmp_path, ("due = 2026-06-18", "due = 2026-06-25"))
    with pytest.raises(Refused, match=said):
        replace_plan(file, reason, actor=actor, on=ON)
    assert plan().registers["children"].due == ON


def test_stopped_anywhere_the_old_plan_holds(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1)])
    file = changed(tmp_path, ("due = 2026-06-18", "due = 2026-06-25"))
    steps = stop_everywhere(lambda: replace_plan(file, "x", actor=OPERATOR, on=ON), every=3)
    assert steps > 10
    assert plan().registers["children"].due.isoformat() == "2026-06-25"
