"""The queue of the review: whose turn it is, and how many there are of what, under the filters of an address."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from django.db.models import Count, Q, QuerySet

from sosach.store.desk.stages import WAITS_FOR, Stage
from sosach.store.findings.models import Finding, State
from sosach.store.log.act import Actor
from sosach.store.registers.models import Person

NOTHING = "none"  # among certainties: nothing is proposed
SET_ASIDE = "set_aside"  # among states


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is looked at; an empty text does not filter."""

    state: str = Stage.OPEN.value  # a `Stage`, or `SET_ASIDE`
    rule: str = ""
    group: str = ""  # of the plan
    hamlet: str = ""
    certainty: str = ""  # of the proposal: `proven`, `likely`, `NOTHING`
    like: str = ""  # number of a finding: what says the same of the same value


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue of a register."""

    register: str
    filters: Filters
    actor: Actor

    def after(self, person: int) -> int | None:
        """The next person behind one, or the first when there is none behind."""
        found = self._findings(self.filters)
        next_one = found.filter(person__gt=person).order_by("person").values_list("person", flat=True).first()
        return next_one or found.order_by("person").values_list("person", flat=True).first()

    def before(self, person: int) -> int | None:
        """The person before one, or the last when there is none before."""
        found = self._findings(self.filters).order_by("-person").values_list("person", flat=True)
        return found.filter(person__lt=person).first() or found.first()

    def facet(self, name: str) -> list[tuple[str, int]]:
        """The values of one filter with the persons that match under all others, the most frequent first.

        Args:
            name: `rule`, `group`, `hamlet` or `certainty`.
        """
        column = "person__hamlet" if name == "hamlet" else name
        counted = self._findings(replace(self.filters, **{name: ""}))
        told = counted.values(column).annotate(n=Count("person", distinct=True)).order_by("-n", column)
        nothing = NOTHING if name == "certainty" else ""
        return [(one[column] or nothing, one["n"]) for one in told]

    def states(self) -> dict[str, int]:
        """The states with the persons that match under all other filters; that of the filters is among them."""
        waiting = {whom.value: stage.value for stage, whom in WAITS_FOR.items()}
        told = (
            self._of_any_state(self.filters).values("state", "waiting_for").annotate(n=Count("person", distinct=True))
        )
        counted = dict.fromkeys(
            (*(stage.value for stage in (Stage.OPEN, *WAITS_FOR)), SET_ASIDE, self.filters.state), 0
        )
        for one in told:
            state = (
                waiting.get(one["waiting_for"], Stage.OFFICE.value) if one["state"] == State.WAITING else one["state"]
            )
            if state in counted:
                counted[state] += one["n"]
        return {state: count for state, count in counted.items() if count or state == self.filters.state}

    def _findings(self, filters: Filters) -> QuerySet[Finding]:
        return self._of_any_state(filters).filter(_in_state(filters.state))

    def _of_any_state(self, filters: Filters) -> QuerySet[Finding]:
        left = Person.objects.filter(register=self.register, left__gt="")
        found = Finding.objects.filter(register=self.register).exclude(person__in=left.values("id"))
        if self.actor.hamlets is not None:
            found = found.filter(person__hamlet__in=self.actor.hamlets)
        if filters.hamlet:
            found = found.filter(person__hamlet=filters.hamlet)
        if filters.like:
            found = found.filter(_like(int(filters.like)))
        plain = {"rule": filters.rule, "group": filters.group}
        found = found.filter(**{column: value for column, value in plain.items() if value})
        if filters.certainty:
            found = found.filter(certainty=None if filters.certainty == NOTHING else filters.certainty)
        return found


def read_filters(told: Mapping[str, str], names: Mapping[str, str]) -> Filters:
    """The filters of an address; what is not known is passed over.

    Args:
        told: the address's values.
        names: how filters are called there, by our names.
    """
    known = {one.name for one in fields(Filters)} - {"like"}
    given = {ours: told[theirs] for ours, theirs in names.items() if ours in known and told.get(theirs)}
    if given.get("state", "") not in (*(stage.value for stage in Stage), SET_ASIDE):
        given.pop("state", None)
    return Filters(**given)


def _in_state(state: str) -> Q:
    if state == SET_ASIDE:
        return Q(state=State.SET_ASIDE, gone=False)
    stage = Stage(state)
    if stage in WAITS_FOR:
        return Q(state=State.WAITING, waiting_for=WAITS_FOR[stage].value)
    return Q(state=State.SETTLED if stage is Stage.SETTLED else State.OPEN)


def _like(finding: int) -> Q:
    one = Finding.objects.filter(id=finding).first()
    if one is None:
        return Q(pk=None)
    return Q(rule=one.rule, field=one.field, value=one.value, suggestion=one.suggestion)
