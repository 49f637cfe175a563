"""Where a person stands at a cut-off: all that a report needs to count somebody, nothing by which to recognise them.

Somebody whom the plan means (II.1.b, II.2.b: a finding of one of its four groups was ever opened) is at one stage.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sosach.campaign.balance import Left
from sosach.findings.finding import Group

# The plan's four groups, in the order of its dashes.
GROUPS = (Group.NO_ID, Group.WRONG_ID, Group.BASIC_INFO, Group.NOT_IN_REGISTER)


class Stage(StrEnum):
    """How far the work on somebody is."""

    NOT_REVIEWED = "not_reviewed"
    AWAITING_REGISTRATION = "awaiting_registration"  # the birth is not registered yet
    AWAITING_CIVIL = "awaiting_civil"  # the births book is looked into
    AT_POLICE = "at_police"
    RETURNED_OPEN = "returned_open"  # an answer came from the household or the police; something is left to do
    READY_TO_UPLOAD = "ready_to_upload"
    UPLOADED = "uploaded"


class Compared(StrEnum):
    """What a later export of the national software says of somebody who was uploaded."""

    CONFIRMED = "confirmed"
    MISSING = "missing"
    DIFFERENT = "different"


class Trait(StrEnum):
    """What sentences of a report say of some of those who are left."""

    OLD_ID = "old_id"  # a number of nine digits stands in place of the personal one
    ELDERLY = "elderly"  # sixty or older
    YEAR_ONLY = "year_only"  # day or month of birth is not known
    NOT_FOUND = "not_found"  # the police did not find the person, and something is still open
    DUPLICATE = "duplicate"  # the police know the person twice, and something is still open
    BORN_LONG_AGO = "born_long_ago"  # more than sixty days before the cut-off
    FROM_HOUSEHOLD = "from_household"  # asked at the household; waits for the next list or a decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Somebody at a cut-off."""

    left: Left | None = None  # None: the register holds them
    hamlet: str = ""
    entries: tuple[str, ...] = ()  # categories of benefits, the main one first; empty for children
    found: frozenset[Group] = frozenset()  # of `GROUPS`: ever opened
    open: frozenset[Group] = frozenset()  # of `found`: not settled yet
    fields: frozenset[str] = frozenset()  # of open findings of basic information
    findings: int = 0  # ever opened in these groups
    open_findings: int = 0
    stage: Stage | None = None  # None: nothing was ever found
    compared: Compared | None = None  # of those uploaded
    traits: frozenset[Trait] = frozenset()

    def __post_init__(self) -> None:
        if not self.open <= self.found <= frozenset(GROUPS) or bool(self.found) != (self.stage is not None):
            raise ValueError("groups and stage of a person do not belong together")
        if {Group.NO_ID, Group.WRONG_ID} <= self.open:
            raise ValueError("a number is missing or wrong, not both")
        if not 0 <= self.open_findings <= self.findings:
            raise ValueError("more findings are open than were found")

    @property
    def held(self) -> bool:
        """Whether the register holds them."""
        return self.left is None


def counted_in(standing: Standing) -> Iterator[str]:
    """The names of all cumulative figures that this person is counted in; persons are counted, nothing else."""
    if not standing.held:
        return
    yield "closing"
    yield _number(standing)
    if len(standing.entries) > 1:
        yield "two_benefits"
    if standing.stage is None:
        return
    yield "to_review"
    yield standing.stage.value
    yield "open_persons" if standing.open else "settled_persons"
    if standing.stage is not Stage.NOT_REVIEWED:
        yield "reviewed"
    if standing.stage is not Stage.UPLOADED:
        yield "remaining"
    elif standing.compared is None:
        yield "not_compared"
    else:
        yield standing.compared.value
    yield f"in_{len(standing.found)}_groups"
    yield from _groups(standing)
    yield from (f"field_{field}" for field in standing.fields)
    yield from (f"trait_{trait.value}" for trait in standing.traits)


def _number(standing: Standing) -> str:
    if Group.NO_ID in standing.open:
        return "id_missing"
    return "id_wrong" if Group.WRONG_ID in standing.open else "id_valid"


def _groups(standing: Standing) -> Iterator[str]:
    for group in standing.found:
        yield f"{group.value}_found"
        yield f"{group.value}_open" if group in standing.open else f"{group.value}_settled"


def written(standing: Standing) -> dict[str, Any]:
    """As plain values, without what is empty."""
    told: Mapping[str, Any] = {
        "left": standing.left,
        "hamlet": standing.hamlet,
        "entries": list(standing.entries),
        "found": sorted(standing.found),
        "open": sorted(standing.open),
        "fields": sorted(standing.fields),
        "findings": standing.findings,
        "open_findings": standing.open_findings,
        "stage": standing.stage,
        "compared": standing.compared,
        "traits": sorted(standing.traits),
    }
    return {name: value for name, value in told.items() if value}


def read(told: Mapping[str, Any]) -> Standing:
    """What `written` wrote."""
    return Standing(
        left=Left(told["left"]) if "left" in told else None,
        hamlet=told.get("hamlet", ""),
        entries=tuple(told.get("entries", ())),
        found=frozenset(map(Group, told.get("found", ()))),
        open=frozenset(map(Group, told.get("open", ()))),
        fields=frozenset(told.get("fields", ())),
        findings=told.get("findings", 0),
        open_findings=told.get("open_findings", 0),
        stage=Stage(told["stage"]) if "stage" in told else None,
        compared=Compared(told["compared"]) if "compared" in told else None,
        traits=frozenset(map(Trait, told.get("traits", ()))),
    )
