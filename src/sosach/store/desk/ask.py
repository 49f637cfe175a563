"""Somebody else has to look: the hamlet, the civil register, the police. What is asked waits for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sosach.campaign.outcome import Whom
from sosach.campaign.readiness import NUMBER_GROUPS
from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.desk.visible import person_seen
from sosach.store.findings.models import Finding, State
from sosach.store.findings.services import wait
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.registers.services.changing import claim
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of it."""

    operation: int
    findings: int


def ask(person: int, seen: int, whom: Whom, why: str, *, actor: Actor, on: date) -> Asked:
    """Lets what is open about a person wait for somebody; of the police only numbers are asked.

    Args:
        person: whose.
        seen: the version that was looked at.
        whom: who takes the next step.
        why: what is to be found out.
        actor: who asks.
        on: the day.

    Raises:
        Refused: nothing is open that they could answer, the actor may not, or somebody else was quicker.
    """
    with writing():
        found = person_seen(person, actor)
        require(actor, Right.DECIDE, found.hamlet)
        claim(found, seen)
        wanted = _askable(person, whom)
        if not wanted:
            raise refused("ask_nothing")
        operation = begin(
            "asked", Act(actor=actor, on=on, reason=why), register=found.register, person=person, whom=whom.value
        )
        count = wait(wanted, whom.value, operation=operation.number, on=on, why=why)
    return Asked(operation.number, count)


def _askable(person: int, whom: Whom) -> Sequence[Finding]:
    wanted = Finding.objects.filter(person=person, state=State.OPEN)
    return list(wanted.filter(group__in=NUMBER_GROUPS) if whom is Whom.POLICE else wanted)
