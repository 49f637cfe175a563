"""The children whose births are to be registered, from the register and from those met at households."""

from collections.abc import Mapping
from datetime import date

from sosach.findings.wording import SEX_WORDS
from sosach.forms.visits import Choice
from sosach.papers.births_to_register import Unregistered
from sosach.papers.standing import Stage
from sosach.store.accounts.selectors import plan
from sosach.store.registers.selectors import facts
from sosach.store.reports.people import standings
from sosach.store.visits.models import Met


def unregistered(on: date) -> list[Unregistered]:
    """Who waits for civil registration at the end of a day."""
    names = [hamlet.name for hamlet in plan().hamlets if hamlet.exists(on)]
    everybody = standings("children", on, names).standings
    waiting = [person for person, one in everybody.items() if one.stage is Stage.AWAITING_REGISTRATION and one.held]
    met = set(
        Met.objects.filter(registered=Choice.NO.value, person__in=waiting, received__undone_by=None).values_list(
            "person", flat=True
        )
    )
    told = facts(waiting)
    return [_child(told[person], everybody[person].hamlet, new=person in met) for person in waiting]


def _child(told: Mapping[str, str], hamlet: str, *, new: bool) -> Unregistered:
    born = told.get("birth_date", "")
    return Unregistered(
        full_name=told.get("full_name"),
        birth_date=date.fromisoformat(born) if len(born) == 10 else None,
        sex=SEX_WORDS.get(told.get("sex", ""), "").capitalize(),
        mother=told.get("mother_name", ""),
        hamlet=hamlet,
        in_register=not new,
    )
