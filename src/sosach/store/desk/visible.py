"""Whom somebody may see. Every page that shows a person asks here; what is not seen is not there.

Source: the plan, III; Personal Data Protection Law 91/2025/QH15: everybody sees what the task needs.
"""

from django.db.models import Q, QuerySet

from sosach.campaign.outcome import Whom
from sosach.findings.notices import refused
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.findings.models import Finding, State
from sosach.store.log.act import Actor
from sosach.store.police.models import Line
from sosach.store.registers.models import Person


def visible(actor: Actor) -> QuerySet[Person]:
    """The persons that an actor may see, those who have left the registers too."""
    everybody = Person.objects.exclude(left="withdrawn")
    if Right.SEE not in ROLES.get(actor.role, frozenset()):
        return everybody.none()
    if actor.hamlets is not None:
        return everybody.filter(hamlet__in=actor.hamlets)
    if actor.role == "police":  # what was sent to them, and nothing else
        sent = Line.objects.filter(batch__cancelled_by=None)
        return everybody.filter(id__in=sent.values("person"))
    if actor.role == "registry":  # what waits for the civil register
        asked = Q(state=State.WAITING, waiting_for=Whom.CIVIL_REGISTRATION.value)
        return everybody.filter(id__in=Finding.objects.filter(asked).values("person"))
    return everybody


def person_seen(person: int | None, actor: Actor) -> Person:
    """A person, if the actor may see them.

    Raises:
        Refused: there is nobody, or it is none of the actor's business: both are the same.
    """
    found = visible(actor).filter(id=person).first() if person is not None else None
    if found is None:
        raise refused("person_none", value="")
    return found
