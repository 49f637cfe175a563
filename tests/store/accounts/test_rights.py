import pytest

from sosach.store.accounts.rights import IN_HAMLETS, ROLES, Right
from sosach.store.accounts.selectors import may
from sosach.store.log.act import Actor


def test_nobody_but_the_owner_of_the_folder_may_do_everything():
    assert [role for role, rights in ROLES.items() if rights == frozenset(Right)] == ["operator"]


def test_an_unknown_role_may_nothing():
    assert not any(may(Actor("Ai đó", "guest"), right) for right in Right)


@pytest.mark.parametrize("role", ["province", "administrator", "service_centre"])
def test_who_helps_or_counts_sees_no_persons(role):
    assert not {Right.SEE, Right.SEE_NUMBER, Right.DECIDE} & ROLES[role]


@pytest.mark.parametrize("role", sorted(IN_HAMLETS))
def test_who_works_in_a_hamlet_works_in_no_other(role):
    hoa = Actor("Đỗ Thị Hoa", role, frozenset({"Thôn Gò Me"}))
    assert may(hoa, Right.ANSWER, "Thôn Gò Me")
    assert not may(hoa, Right.ANSWER, "Thôn Bãi Dâu")
    assert not may(hoa, Right.ANSWER)


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"operator", "culture"}))
def test_only_the_office_in_charge_decides(role):
    assert Right.DECIDE not in ROLES[role]
