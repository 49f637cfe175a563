"""What is read about the campaign and the people in it."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

from sosach.campaign.extension import Extension
from sosach.campaign.plan import Plan, read_plan
from sosach.findings.notices import refused
from sosach.rules.context import Commune
from sosach.store.accounts.denials import remember
from sosach.store.accounts.models import Account, Campaign, Deadline
from sosach.store.accounts.rights import IN_HAMLETS, ROLES, Right
from sosach.store.files import kept
from sosach.store.home import identity
from sosach.store.log.act import Actor
from sosach.store.start import current


def campaign() -> Campaign:
    """The campaign of this home.

    Raises:
        Refused: none was started, or the database belongs to another home.
    """
    found = Campaign.objects.first()
    if found is None:
        raise refused("campaign_none")
    if found.home != identity(current()).name:
        raise refused("home_mismatch", path=current().folder)
    return found


def plan() -> Plan:
    """The plan that holds: the one given at the start, or the one that replaced it.

    Raises:
        Refused: the file in the home is gone or was altered by hand.
    """
    sha256 = campaign().plan_sha256
    place = current().plans / f"{sha256}.toml"
    kept(place, sha256)
    return _plan(place, sha256)


@lru_cache(maxsize=8)
def _plan(place: Path, _sha256: str) -> Plan:
    return read_plan(place)


def extensions() -> tuple[Extension, ...]:
    """The extensions of deadlines, in the order in which they were recorded."""
    return tuple(
        Extension(moved.register, moved.until, moved.document, moved.reason)
        for moved in Deadline.objects.order_by("operation")
    )


def commune(on: date) -> Commune:
    """What rules must know of the commune on a day."""
    known = campaign()
    return Commune(known.unit_code, known.unit_name, known.province, plan().hamlet_names(on))


def actor(name: str) -> Actor:
    """The actor that an account stands for.

    Raises:
        Refused: there is no such account, or it was closed.
    """
    account = Account.objects.filter(name=name, active=True).first()
    if account is None:
        raise refused("account_none", value=name)
    hamlets = frozenset(json.loads(account.hamlets)) if account.role in IN_HAMLETS else None
    return Actor(account.name, account.role, hamlets)


def may(actor: Actor, right: Right, hamlet: str | None = None) -> bool:
    """Whether an actor has a right, in a hamlet where one is named."""
    if right not in ROLES.get(actor.role, frozenset()):
        return False
    return actor.hamlets is None or (hamlet is not None and hamlet in actor.hamlets)


def require(actor: Actor, right: Right, hamlet: str | None = None) -> None:
    """Refuses whoever lacks the right; the refusal is remembered (`denials`).

    Raises:
        Refused: in words that do not tell what is behind the door.
    """
    if not may(actor, right, hamlet):
        remember(actor, right, hamlet)
        raise refused("right_missing", value=actor.name)
