"""How a campaign begins, deadlines move and people come and go."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sosach.campaign.extension import Extension, refuse_earlier
from sosach.campaign.plan import read_plan
from sosach.findings.notices import refused
from sosach.registers.catalogue import registers
from sosach.store.accounts.models import Account, Campaign, Deadline
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.accounts.selectors import extensions, plan, require
from sosach.store.files import keep
from sosach.store.home import identity
from sosach.store.log.act import Act, Actor
from sosach.store.log.chain import canonical
from sosach.store.log.services import begin
from sosach.store.sealing import keep_recipients
from sosach.store.start import current
from sosach.store.writing import writing


def start_campaign(plan_file: Path, *, actor: Actor, on: date, recipients: Sequence[str] = ()) -> Campaign:
    """Begins the campaign of this home with a plan.

    Args:
        plan_file: the plan.
        actor: who begins it.
        on: the day.
        recipients: for whom originals and backups are sealed; see `desk.begin`, which makes the recovery key.

    Raises:
        Refused: the plan cannot be used, or a campaign has begun here already.
    """
    require(actor, Right.START)
    unit = read_plan(plan_file).unit
    with writing():
        if Campaign.objects.exists():
            raise refused("campaign_exists", path=current().folder)
        home = identity(current()).name
        sha256 = keep(current().plans, plan_file.read_bytes(), ".toml")
        if recipients:
            keep_recipients(current(), recipients)
        operation = begin(
            "campaign", Act(actor=actor, on=on), home=home, unit=unit.code, plan=sha256, recipients=list(recipients)
        )
        return Campaign.objects.create(
            home=home,
            unit_code=unit.code,
            unit_name=unit.name,
            province=unit.province,
            plan_sha256=sha256,
            started_on=on,
            operation=operation.number,
        )


def extend(register: str, *, until: date, document: str, reason: str, actor: Actor, on: date) -> int:
    """Moves the deadline of a register; gives the operation's number.

    Raises:
        Refused: no such register, the day is not later than the one that holds, or document or reason are missing.
    """
    require(actor, Right.EXTEND)
    if register not in registers():
        raise refused("register_none", value=register, candidates=", ".join(registers()))
    if not document.strip() or not reason.strip():
        raise refused("reason_missing")
    act = Act(actor=actor, on=on, evidence=document, reason=reason)
    with writing():
        refuse_earlier(plan(), Extension(register, until, document, reason), extensions())
        operation = begin("deadline", act, register=register, until=until.isoformat())
        Deadline.objects.create(
            register=register, until=until, document=document, reason=reason, operation=operation.number
        )
    return operation.number


def open_account(name: str, role: str, hamlets: frozenset[str], *, actor: Actor, on: date) -> Account:
    """Lets somebody take part, or gives them another role.

    Raises:
        Refused: no such role.
    """
    require(actor, Right.START)
    if role not in ROLES:
        raise refused("role_none", value=role, candidates=", ".join(ROLES))
    places = canonical(sorted(hamlets))
    with writing():
        operation = begin("account", Act(actor=actor, on=on), name=name, role=role, hamlets=sorted(hamlets))
        facts = {"role": role, "hamlets": places, "active": True, "operation": operation.number}
        return Account.objects.update_or_create(name=name, defaults=facts)[0]
