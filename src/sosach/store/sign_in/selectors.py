"""What is read of credentials and sessions."""

import hashlib
import json
from datetime import datetime, timedelta

from sosach.findings.notices import refused
from sosach.store.accounts.models import Account
from sosach.store.accounts.rights import IN_HAMLETS
from sosach.store.log.act import Actor
from sosach.store.sign_in.models import Attempt, Credential, Session

TRIES = 5  # in vain, before a name is closed for an address
WINDOW = timedelta(minutes=15)


def name_hash(typed: str) -> str:
    """How a typed name is remembered: people sometimes type a password there."""
    return hashlib.sha256(typed.strip().casefold().encode()).hexdigest()


def is_locked(typed: str, origin: str, now: datetime) -> bool:
    """Whether a name is closed for an address for the time being; for others it stays open."""
    tried = Attempt.objects.filter(name_hash=name_hash(typed), origin=origin, at__gt=now - WINDOW)
    return tried.count() >= TRIES


def credential_of(account: int) -> Credential | None:
    """How the holder of an account signs in."""
    return Credential.objects.select_related("account").filter(account=account).first()


def anybody() -> bool:
    """Whether anybody can sign in at all."""
    return Credential.objects.filter(account__active=True).exists()


def actor_of(account: int | None) -> tuple[Account, Actor] | None:
    """Who an open account is now: its role and hamlets hold from one page to the next."""
    found = Account.objects.filter(id=account, active=True).first() if account is not None else None
    if found is None:
        return None
    hamlets = frozenset(json.loads(found.hamlets)) if found.role in IN_HAMLETS else None
    return found, Actor(found.name, found.role, hamlets)


def sessions(account: int, now: datetime) -> list[Session]:
    """Where somebody is signed in, the latest first."""
    return list(Session.objects.filter(account=account, expire_date__gt=now).order_by("-seen_at"))


def account_named(name: str) -> Account:
    """An open account.

    Raises:
        Refused: there is none.
    """
    found = Account.objects.filter(name=name, active=True).first()
    if found is None:
        raise refused("account_none", value=name)
    return found
