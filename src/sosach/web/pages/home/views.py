"""The first page: the week's work of whoever is signed in, and where all persons are."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from sosach.registers.catalogue import registers
from sosach.store.accounts.models import Campaign
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.accounts.selectors import plan
from sosach.store.desk.stages import STAGE_LABELS, Stage, stages
from sosach.store.jobs import jobs_of
from sosach.store.log.act import Actor
from sosach.store.registers.counting import movement
from sosach.store.registers.models import Import
from sosach.store.registers.selectors import imports
from sosach.web.frame.in_order import in_order
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk
from sosach.web.pages.home.tasks import WHENS, link, tasks


@page("", name="home")
def home(request: Desk) -> HttpResponse:
    """What there is to do."""
    if not Campaign.objects.exists():
        return HttpResponseRedirect("/bat-dau")
    found = tasks(request.actor, request.today)
    monday = request.today - timedelta(days=request.today.weekday())
    told = {
        "works": [one for one in jobs_of(request.actor) if not one.seen],
        "groups": [(when, [task for task in found if task.when == when]) for when in WHENS],
        "flows": _flows(request.actor, request.today),
        "monday": monday,
        "friday": monday + timedelta(days=4),
        "first": next((task for task in found if task.link and task.state != "done"), None),
    }
    return render(request, "home/home.html", told)


def _flows(actor: Actor, on: date) -> list[dict[str, Any]]:
    """Per register: where the persons are of whom something was found."""
    if Right.COUNT not in ROLES[actor.role]:
        return []
    known = plan()
    taken = [(name, last[0]) for name, _ in in_order(known) if (last := imports(name))]
    flows = [_flow(name, last, actor, on) for name, last in taken]
    return [flow for flow in flows if flow["sum"] or flow["register"] in known.registers]


def _flow(name: str, last: Import, actor: Actor, on: date) -> dict[str, Any]:
    counted = stages(name, actor)
    stops = [
        {
            "label": STAGE_LABELS[stage],
            "count": count,
            "stage": stage.value,
            "link": link("review", f"?trang-thai={stage.value}", register=name)
            if Right.DECIDE in ROLES[actor.role]
            else "",
        }
        for stage, count in counted.items()
        if count or stage in (Stage.OPEN, Stage.SETTLED)
    ]
    return {
        "register": name,
        "label": registers()[name].label,
        "person": registers()[name].person,
        "sum": sum(counted.values()),
        "persons": movement(name, on, on)["persons"],
        "as_of": last.as_of,
        "own": actor.hamlets is not None,
        "stops": stops,
    }
