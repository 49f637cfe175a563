"""How far the work on every person is at a day: findings, lists at the police, decisions, uploads.

One stage per person, the first that applies: at the police; then, while something is open, waiting for civil
registration, answered by somebody, not reviewed; then ready, until an upload with its proof holds every decision.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from sosach.campaign.outcome import Whom
from sosach.campaign.visit_outcomes import VisitEffect
from sosach.findings.finding import Group, Severity
from sosach.forms.police import Result
from sosach.forms.visits import Asks, Choice
from sosach.papers.standing import GROUPS, Compared, Stage, Standing, Trait
from sosach.store.findings.models import Finding, State, Step
from sosach.store.log.models import Event
from sosach.store.police.models import Line as PoliceLine
from sosach.store.registers.models import Person
from sosach.store.reports.settled import Uploads, uploads
from sosach.store.visits.models import Line, Met
from sosach.store.visits.selectors import persons_answered

_BROUGHT_BY_FILES = ("import", "row_answer")
_OF_ITS_OWN = ("full_name", "birth_date", "sex", "ethnicity")
_OPEN = (State.OPEN, State.WAITING)
_RESULT_TRAITS = {Result.NOT_FOUND: Trait.NOT_FOUND, Result.DUPLICATE: Trait.DUPLICATE}


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding at a day."""

    rule: str
    field: str
    group: Group
    open: bool
    waiting_for: str


@dataclass(frozen=True, slots=True)
class _Sent:
    """The last row of a person in a list."""

    answered: bool
    result: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far everybody is."""

    findings: Mapping[int, list[_Found]]
    sent: Mapping[int, _Sent]
    uploads: Uploads
    asked: frozenset[int]  # whose household has answered, or about whom somebody has decided something
    unregistered: frozenset[int]  # whose birth is not registered, as the household or the police say
    newcomers: frozenset[int]  # whom no file has brought

    def of(self, person: int, *, held: bool) -> Standing:
        """Where somebody stands; of those who have left only what was found."""
        told = self.findings.get(person, [])
        new = person in self.newcomers
        if not told and not new:
            return Standing()
        opened = [one for one in told if one.open] if held else []
        groups = {one.group for one in opened}
        if Group.NO_ID in groups:
            groups.discard(Group.WRONG_ID)
        stage = self._stage(person, opened)
        arisen = {Group.NOT_IN_REGISTER} if new else set()
        return Standing(
            found=frozenset(one.group for one in told) | arisen,
            open=frozenset(groups | (arisen if opened else set())),
            fields=frozenset(_kind_of_field(one) for one in opened if one.group is Group.BASIC_INFO),
            findings=len(told) + len(arisen),
            open_findings=len(opened) + (len(arisen) if opened else 0),
            stage=stage,
            compared=self._compared(person) if stage is Stage.UPLOADED else None,
            traits=self._traits(person, opened, stage),
        )

    def _stage(self, person: int, opened: list[_Found]) -> Stage:
        sent = self.sent.get(person)
        if sent and not sent.answered:
            return Stage.AT_POLICE
        if not opened:
            return Stage.READY_TO_UPLOAD if person in self.uploads.pending else Stage.UPLOADED
        if any(one.waiting_for == Whom.CIVIL_REGISTRATION for one in opened):
            return Stage.AWAITING_REGISTRATION if person in self.unregistered else Stage.AWAITING_CIVIL
        moved = any(one.waiting_for not in ("", Whom.COLLABORATOR) for one in opened)
        return Stage.RETURNED_OPEN if sent or moved or person in self.asked else Stage.NOT_REVIEWED

    def _compared(self, person: int) -> Compared | None:
        """Nothing to bring into the software means that its own file says so already."""
        return self.uploads.compared.get(person, None if person in self.uploads.made else Compared.CONFIRMED)

    def _traits(self, person: int, opened: list[_Found], stage: Stage) -> frozenset[Trait]:
        found: set[Trait] = set()
        sent = self.sent.get(person)
        if any(one.rule == "personal_id_cmnd" for one in opened):
            found.add(Trait.OLD_ID)
        if stage is Stage.RETURNED_OPEN:
            trait = _RESULT_TRAITS.get(Result(sent.result)) if sent and sent.result else None
            found.update([trait] if trait else [])
            found.update([Trait.FROM_HOUSEHOLD] if sent is None else [])
        return frozenset(found)


def progress(register: str, day: date) -> Progress:
    """How far everybody in a register is at the end of a day."""
    return Progress(
        findings=_findings(register, day),
        sent=_sent(register, day),
        uploads=uploads(register, day),
        asked=_decided_about(register, day) | frozenset(persons_answered(day)),
        unregistered=_unregistered(day),
        newcomers=newcomers(register, day),
    )


def _kind_of_field(finding: _Found) -> str:
    """Which line of the report a field belongs to."""
    if finding.field in _OF_ITS_OWN:
        return finding.field
    return "carer" if finding.field.startswith("carer") else "parents"


def _findings(register: str, day: date) -> dict[int, list[_Found]]:
    found: dict[int, list[_Found]] = defaultdict(list)
    groups = [group.value for group in GROUPS]
    severities = (Severity.ERROR, Severity.WARNING)
    rows = Finding.objects.filter(register=register, group__in=groups, severity__in=severities, opened_on__lte=day)
    before, later = _states(register, day)
    told = rows.order_by("id").values_list("id", "person_id", "rule", "field", "group", "state", "waiting_for")
    for number, person, rule, name, group, state, waiting_for in told:
        then = before.get(number, State.OPEN.value) if number in later else state
        waits = waiting_for if then == State.WAITING else ""
        found[person].append(_Found(rule, name, Group(group), then in _OPEN, waits))
    return found


def _states(register: str, day: date) -> tuple[dict[int, str], set[int]]:
    """The state at the day of findings that have moved since, and which these are."""
    later = set(Step.objects.filter(finding__register=register, on__gt=day).values_list("finding_id", flat=True))
    if not later:
        return {}, later
    last = Step.objects.filter(finding=OuterRef("finding"), on__lte=day).order_by("-id").values("id")[:1]
    steps = Step.objects.filter(finding__register=register, on__lte=day, id=Subquery(last))
    return dict(steps.values_list("finding_id", "state")), later


def _sent(register: str, day: date) -> dict[int, _Sent]:
    lines = PoliceLine.objects.filter(batch__register=register, batch__cancelled_by=None, batch__sent_on__lte=day)
    told = lines.order_by("batch_id", "number").values_list("person_id", "answered_on", "result")
    return {person: _Sent(on is not None and on <= day, result) for person, on, result in told}


def _decided_about(register: str, day: date) -> frozenset[int]:
    """Persons about whom somebody has decided something or let it wait: their case was looked at."""
    steps = Step.objects.filter(finding__register=register, on__lte=day).exclude(how__in=("repaired", "left"))
    waited = steps.exclude(state=State.OPEN).values_list("finding__person", flat=True)
    return frozenset(waited)


def _unregistered(day: date) -> frozenset[int]:
    """Whose birth is not registered: households say so of those listed and of children met, the police of rows."""
    asked = Line.objects.filter(visit__cancelled_by=None, asks=Asks.REGISTERED.value, answered_on__lte=day)
    met = Met.objects.filter(registered=Choice.NO.value, received__undone_by=None, received__received_on__lte=day)
    rows = PoliceLine.objects.filter(result=Result.UNREGISTERED.value, answered_on__lte=day, batch__cancelled_by=None)
    return frozenset(
        {
            *asked.filter(effect=VisitEffect.NEXT_STEP.value).values_list("person", flat=True),
            *met.exclude(person=None).values_list("person", flat=True),
            *rows.values_list("person", flat=True),
        }
    )


def newcomers(register: str, day: date) -> frozenset[int]:
    """Persons whom no file has brought: met at a household, or otherwise added."""
    came = dict(Person.objects.filter(register=register, entered_on__lte=day).values_list("id", "since"))
    kinds = dict(Event.objects.filter(seq__in=set(came.values())).values_list("seq", "kind"))
    return frozenset(person for person, since in came.items() if kinds.get(since) not in _BROUGHT_BY_FILES)
