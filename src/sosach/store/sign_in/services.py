"""Signing in: one right name and password, then a one-time code; five tries, then a quarter of an hour of rest."""

import json
from datetime import date, datetime

from sosach.findings.notices import refused
from sosach.store.accounts.models import Account
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.accounts.services import open_account
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.sign_in import one_time
from sosach.store.sign_in.models import Attempt, Credential, Session
from sosach.store.sign_in.passwords import is_right, kept, refuse_weak
from sosach.store.sign_in.selectors import TRIES, WINDOW, account_named, is_locked, name_hash
from sosach.store.writing import writing


def check_in(name: str, password: str, *, origin: str, now: datetime) -> Credential:
    """Whose name and password these are.

    Raises:
        Refused: they do not belong together, or there were too many tries; which of both is not told.
    """
    if is_locked(name, origin, now):
        raise refused("sign_in_locked", minutes=int(WINDOW.total_seconds() // 60))
    found = (
        Credential.objects.select_related("account").filter(account__name=name.strip(), account__active=True).first()
    )
    if not is_right(password, found.password if found else None) or found is None:
        _remember_failure(name, origin, now)
        raise refused("sign_in_wrong")
    return found


def check_code(credential: Credential, typed: str, *, origin: str, now: datetime) -> None:
    """Takes a one-time code or a recovery code; each is good once.

    Raises:
        Refused: it is not good, or there were too many tries.
    """
    name = f"code:{credential.account_id}"
    if is_locked(name, origin, now):
        raise refused("sign_in_locked", minutes=int(WINDOW.total_seconds() // 60))
    with writing():
        fresh = Credential.objects.get(account=credential.account_id)
        taken = _take_code(fresh, typed, now)
    if not taken:
        _remember_failure(name, origin, now)
        raise refused("code_wrong")


def _take_code(credential: Credential, typed: str, now: datetime) -> bool:
    step = one_time.matching_step(credential.secret, typed, now.timestamp(), credential.last_step)
    if step is not None:
        credential.last_step = step
        credential.save(update_fields=["last_step"])
        return True
    left = json.loads(credential.recovery)
    told = one_time.recovery_hash(typed)
    if told not in left:
        return False
    credential.recovery = json.dumps([one for one in left if one != told])
    credential.save(update_fields=["recovery"])
    return True


def _remember_failure(name: str, origin: str, now: datetime) -> None:
    with writing():
        Attempt.objects.filter(at__lt=now - WINDOW).delete()
        Attempt.objects.create(name_hash=name_hash(name), origin=origin, at=now)
        tried = Attempt.objects.filter(name_hash=name_hash(name), origin=origin).count()
        if tried == TRIES:
            begin("sign_in_locked", Act(actor=Actor("", "nobody"), on=now.date()), origin=origin)


def set_password(account: Account, password: str, *, actor: Actor, on: date) -> None:
    """Sets the password of an account; somebody else's must be changed at the first sign-in. Ends its sessions.

    Raises:
        Refused: the password is weak, or the actor may not.
    """
    own = actor.name == account.name
    if not own:
        require(actor, Right.START)
    refuse_weak(password, account.name)
    with writing():
        facts = {"password": kept(password), "must_change": not own}
        Credential.objects.update_or_create(account=account, defaults=facts)
        Session.objects.filter(account=account).delete()
        begin("password", Act(actor=actor, on=on), account=account.name)


def change_password(credential: Credential, old: str, new: str, *, on: date) -> None:
    """Somebody changes their own password.

    Raises:
        Refused: the old one is wrong, or the new one is weak or the same.
    """
    if not is_right(old, credential.password):
        raise refused("sign_in_wrong")
    if old == new:
        raise refused("password_same")
    set_password(credential.account, new, actor=Actor(credential.account.name, credential.account.role), on=on)


def set_up_codes(credential: Credential, secret: str, typed: str, *, on: date, now: datetime) -> list[str]:
    """Turns one-time codes on, after one was typed; gives the recovery codes, which are shown once.

    Raises:
        Refused: the code does not fit the secret.
    """
    step = one_time.matching_step(secret, typed, now.timestamp(), 0)
    if step is None:
        raise refused("code_wrong")
    codes = one_time.recovery_codes()
    with writing():
        credential.secret, credential.last_step = secret, step
        credential.recovery = json.dumps([one_time.recovery_hash(one) for one in codes])
        credential.save(update_fields=["secret", "last_step", "recovery"])
        begin("one_time_codes", Act(actor=Actor(credential.account.name, credential.account.role), on=on))
    return codes


def let_in(name: str, role: str, hamlets: frozenset[str], password: str, *, actor: Actor, on: date) -> Account:
    """Opens an account that can sign in.

    Raises:
        Refused: the password is weak, there is no such role, or the actor may not.
    """
    refuse_weak(password, name)
    if not name.strip():
        raise refused("account_unnamed")
    with writing():
        account = open_account(name.strip(), role, hamlets, actor=actor, on=on)
        set_password(account, password, actor=actor, on=on)
    return account


def close_account(name: str, *, actor: Actor, on: date) -> None:
    """Ends somebody's part, and their sessions at once.

    Raises:
        Refused: there is no such account, it is one's own, or the actor may not.
    """
    require(actor, Right.START)
    if name == actor.name:
        raise refused("account_own")
    with writing():
        account = account_named(name)
        account.active = False
        account.save(update_fields=["active"])
        Session.objects.filter(account=account).delete()
        begin("account_closed", Act(actor=actor, on=on), name=name)


def end_session(account: int, key: str) -> None:
    """Ends one session of an account; somebody else's stays."""
    Session.objects.filter(account=account, session_key=key).delete()
