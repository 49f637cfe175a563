"""Signing in: what is let in, what is refused, and what is remembered of it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sosach.findings.notices import Refused
from sosach.store.home import Home
from sosach.store.log.models import Event
from sosach.store.log.selectors import first_fault
from sosach.store.sign_in import one_time
from sosach.store.sign_in.models import Attempt, Credential
from sosach.store.sign_in.selectors import actor_of, credential_of
from sosach.store.sign_in.services import (
    change_password,
    check_code,
    check_in,
    close_account,
    let_in,
    set_password,
    set_up_codes,
)
from tests.store.people import COLLABORATOR, OPERATOR

PASSWORD = "rau muống luộc chấm tương"
NAME = "Phạm Thị Nhàn"
NOW = datetime(2026, 6, 16, 2, 0, tzinfo=UTC)
ON = date(2026, 6, 16)


def _account(role: str = "culture", hamlets: frozenset[str] = frozenset()) -> Credential:
    account = let_in(NAME, role, hamlets, PASSWORD, actor=OPERATOR, on=ON)
    credential = credential_of(account.id)
    assert credential is not None
    return credential


def _try(password: str = "sai", origin: str = "10.0.0.1", now: datetime = NOW) -> str:
    with pytest.raises(Refused) as refusal:
        check_in(NAME, password, origin=origin, now=now)
    return refusal.value.notice.code


def test_right_name_and_password_are_let_in_and_others_are_not(campaign: Home):
    credential = _account()
    assert check_in(f" {NAME} ", PASSWORD, origin="10.0.0.1", now=NOW) == credential
    assert _try() == "sign_in_wrong"


def test_who_has_no_account_is_answered_like_who_errs(campaign: Home):
    with pytest.raises(Refused) as refusal:
        check_in("Không Có Ai", PASSWORD, origin="10.0.0.1", now=NOW)
    assert refusal.value.notice.code == "sign_in_wrong"


def test_five_tries_close_a_name_for_an_address_and_not_for_others(campaign: Home):
    _account()
    assert [_try() for _ in range(6)] == ["sign_in_wrong"] * 5 + ["sign_in_locked"]
    assert _try(PASSWORD) == "sign_in_locked"
    assert check_in(NAME, PASSWORD, origin="10.0.0.2", now=NOW)
    assert check_in(NAME, PASSWORD, origin="10.0.0.1", now=NOW + timedelta(minutes=16))
    assert Event.objects.filter(kind="sign_in_locked").count() == 1


def test_what_was_typed_as_a_name_is_not_kept(campaign: Home):
    with pytest.raises(Refused):
        check_in("mật khẩu gõ nhầm ô", "x", origin="10.0.0.1", now=NOW)
    assert "mật khẩu" not in str(list(Attempt.objects.values()))


def test_passwords_are_kept_with_argon2id_and_stand_in_no_event(campaign: Home):
    assert _account().password.startswith("argon2$argon2id$")
    assert PASSWORD not in str(list(Event.objects.values()))
    assert first_fault() is None


@pytest.mark.parametrize(
    "password", ["ngắn", "1234567890", "password123", "aaaaaaaaaaaa", "Phạm Thị Nhàn 2026", "ubnd@2026!!"]
)
def test_passwords_that_are_tried_first_are_refused(campaign: Home, password: str):
    with pytest.raises(Refused) as refusal:
        let_in(NAME, "culture", frozenset(), password, actor=OPERATOR, on=ON)
    assert refusal.value.notice.code in {"sign_in_password_length", "password_guessed"}


def test_a_code_is_asked_for_once_it_is_set_up_and_is_good_once(campaign: Home):
    credential, secret = _account(), one_time.new_secret()
    first = one_time.code(secret, int(NOW.timestamp() // 30))
    recovery = set_up_codes(credential, secret, first, on=ON, now=NOW)
    with pytest.raises(Refused):
        check_code(credential, first, origin="10.0.0.1", now=NOW)
    later = NOW + timedelta(seconds=60)
    check_code(credential, one_time.code(secret, int(later.timestamp() // 30)), origin="10.0.0.1", now=later)
    check_code(credential, recovery[0], origin="10.0.0.1", now=later)
    with pytest.raises(Refused):
        check_code(credential, recovery[0], origin="10.0.0.1", now=later)


def test_somebody_else_s_password_must_be_changed_at_the_first_sign_in(campaign: Home):
    credential = _account()
    assert credential.must_change
    change_password(credential, PASSWORD, "một câu khác hẳn nhé", on=ON)
    again = check_in(NAME, "một câu khác hẳn nhé", origin="10.0.0.1", now=NOW)
    assert not again.must_change


def test_only_who_rules_over_accounts_sets_passwords_of_others(campaign: Home):
    credential = _account()
    with pytest.raises(Refused):
        set_password(credential.account, "một câu khác hẳn nhé", actor=COLLABORATOR, on=ON)


def test_a_closed_account_ends_at_once_and_nobody_closes_their_own(campaign: Home):
    credential = _account("collaborator", frozenset({"Thôn Gò Me"}))
    found = actor_of(credential.account_id)
    assert found is not None
    assert found[1].hamlets == frozenset({"Thôn Gò Me"})
    close_account(NAME, actor=OPERATOR, on=ON)
    assert actor_of(credential.account_id) is None
    assert _try(PASSWORD) == "sign_in_wrong"
    with pytest.raises(Refused):
        close_account(OPERATOR.name, actor=OPERATOR, on=ON)
