"""What stands around every page: whose desk it is, the deadline, the places, the end of the log."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from sosach.campaign.extension import in_force
from sosach.registers.catalogue import registers
from sosach.store.accounts.models import Campaign
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.accounts.selectors import extensions, plan
from sosach.store.log.selectors import head
from sosach.web.frame.rail import ROLE_LABELS, places
from sosach.web.frame.signed_in import desk, is_stranger

MADE_UP = "99999"  # the commune of the samples


@dataclass(frozen=True, slots=True)
class Deadline:
    """The deadline that matters next."""

    register: str
    day: date
    left: int  # days; below zero: it has passed


def around(request: HttpRequest) -> dict[str, Any]:
    """Context of every template; strangers get nothing."""
    here = desk(request)
    if is_stranger(request):
        return {}
    known = Campaign.objects.first()
    if known is None:
        return {"actor": here.actor, "today": here.today, "places": places(here.actor)}
    return {
        "actor": here.actor,
        "today": here.today,
        "role_label": ROLE_LABELS.get(here.actor.role, ""),
        "campaign": known,
        "made_up": known.unit_code == MADE_UP,
        "deadline": next_deadline(here.today),
        "places": places(here.actor),
        "can_search": Right.SEE in ROLES[here.actor.role],
        "log_head": head()[0],
        "page_name": request.resolver_match.view_name if request.resolver_match else "",
    }


def next_deadline(on: date) -> Deadline | None:
    """The next deadline of a register, or the last one when all have passed."""
    holding = in_force(extensions())
    due = sorted(
        (holding[name].until if name in holding else schedule.due, name)
        for name, schedule in plan().registers.items()
        if name in registers()
    )
    coming = [one for one in due if one[0] >= on] or due[-1:]
    if not coming:
        return None
    day, name = coming[0]
    return Deadline(registers()[name].label, day, (day - on).days)
