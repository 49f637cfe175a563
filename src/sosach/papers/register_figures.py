"""The figures of one register at a cut-off, from where everybody stands then and stood at the cut-off before.

Persons are counted; findings and entries (“lượt”) have names that say so. A cumulative figure is that of the persons
whom the register holds at the cut-off; `period` is who was not counted before, `withdrawn` who is not any more (left
the register, or was taken back), so that always: now = before + period − withdrawn. Persons are counted in the hamlet
where they are at the cut-off, those who left in the one they left.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sosach.campaign.balance import Left, balance
from sosach.findings.finding import Group
from sosach.papers.batch import SentList, counts, figures_of
from sosach.papers.standing import GROUPS, Compared, Stage, Standing, Trait, counted_in

People = Mapping[int, Standing]

# The fields of basic information that the plan names, in its order; the carer is the beneficiaries' own.
FIELDS = {
    "full_name": "họ tên",
    "birth_date": "ngày sinh",
    "sex": "giới tính",
    "ethnicity": "dân tộc",
    "parents": "cha/mẹ/người giám hộ",
    "carer": "người chăm sóc",
}

_NUMBERS = ("id_valid", "id_missing", "id_wrong")
_PLAIN = ("closing", *_NUMBERS, "to_review", "reviewed", "remaining", "open_persons", "settled_persons")
_MANY = ("in_1_groups", "in_2_groups", "in_3_groups", "in_4_groups", "two_benefits")
_OF_GROUPS = tuple(f"{group.value}_{how}" for group in GROUPS for how in ("found", "settled", "open"))

# Every figure that counts persons, so that a zero is a zero and not a gap.
PERSONS = (
    *_PLAIN,
    *(stage.value for stage in Stage),
    *(compared.value for compared in Compared),
    "not_compared",
    *_MANY,
    *_OF_GROUPS,
    *(f"field_{field}" for field in FIELDS),
    *(f"trait_{trait.value}" for trait in Trait),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the figures of a register are made from."""

    before: People  # at the cut-off before; everybody of it is in `now`, too
    now: People
    lists: Sequence[SentList]
    first_day: date  # of the period
    cut_off: date
    hamlets: Sequence[str]  # in the order of the plan
    lines: Sequence[tuple[str, str]] = ()  # categories: key, title; in the order of the table
    civil_only: int = 0  # entries of the births book that the register does not have yet
    first: bool = False  # no cut-off lies before: the period begins with the first file
    opened_on: date | None = None  # the day on which the first file of the register was taken in

    def in_hamlet(self, name: str) -> "Told":
        """The same of one hamlet; whoever stands in none of the plan's has the name ""."""
        now = {person: one for person, one in self.now.items() if one.hamlet == name}
        lists = [
            SentList(one.code, one.sent_on, one.due, tuple(row for row in one.rows if self._where(row.person) == name))
            for one in self.lists
        ]
        return Told(
            before={person: one for person, one in self.before.items() if person in now},
            now=now,
            lists=lists,
            first_day=self.first_day,
            cut_off=self.cut_off,
            hamlets=(),
        )

    def _where(self, person: int) -> str:
        return self.now[person].hamlet


def register_figures(told: Told) -> dict[str, Any]:
    """All figures of a register.

    Raises:
        ValueError: somebody of before is not known now.
    """
    whole = _figures(told)
    return {
        **whole,
        "first": told.first,
        "hamlet_count": len(told.hamlets) or len([name for name in _names(told) if name]),
        "civil_only": told.civil_only,
        "opened_on": told.opened_on.isoformat() if told.opened_on else None,
        "groups": {group.value: _group(whole, group) for group in GROUPS},
        "batches": [figures_of(one, told.cut_off) for one in told.lists],
        "hamlets": [{"name": name, **_figures(told.in_hamlet(name))} for name in _names(told)],
        "categories": [_category(told, key, title) for key, title in told.lines],
    }


def behind(name: str, told: Told, *, period: bool = False) -> list[int]:
    """The persons behind a figure, in the order of their numbers.

    Args:
        name: of a figure of persons, or `opening`, `added`, a reason to leave.
        told: what the figures were made from.
        period: whether those of the period are asked for, not all.
    """
    held_before = {person for person, one in told.before.items() if one.held}
    if name == "opening":
        return sorted(held_before)
    if name == "added":
        return sorted(person for person, one in told.now.items() if one.held and person not in held_before)
    if name in set(Left):
        return sorted(person for person in held_before if told.now[person].left == name)
    members = _members(name, told.now)
    return sorted(members - _members(name, told.before) if period else members)


def _members(name: str, people: People) -> set[int]:
    return {person for person, one in people.items() if name in counted_in(one)}


def _figures(told: Told) -> dict[str, Any]:
    """The figures that a hamlet has as the commune does."""
    moves = balance(_left(told.before), _left(told.now)).figures()
    now, period, withdrawn = _counted(told)
    before = _of(told.before)
    batches = counts([row for one in told.lists for row in one.rows])
    lately = [one for one in told.lists if told.first_day <= one.sent_on <= told.cut_off]
    cumulative: dict[str, Any] = {name: now[name] for name in PERSONS}
    cumulative |= {
        "entries": sum(len(one.found) for one in told.now.values() if one.held),
        "entries_settled": sum(len(one.found - one.open) for one in told.now.values() if one.held),
        "entries_open": sum(len(one.open) for one in told.now.values() if one.held),
        "benefit_entries": sum(len(one.entries) for one in told.now.values() if one.held),
        "findings": sum(one.findings for one in told.now.values() if one.held),
        "open_findings": sum(one.open_findings for one in told.now.values() if one.held),
        "sent_entries": batches["sent"],
        "answered_entries": batches["answered"],
        "unanswered_entries": batches["unanswered"],
        "results": batches["results"],
        "overdue_entries": _overdue(told),
    }
    return {
        "cumulative": cumulative,
        "period": {
            **moves,
            **{f"{name}_before": before[name] for name in _NUMBERS},
            "opening_benefit_entries": sum(len(one.entries) for one in told.before.values() if one.held),
            **{name: period[name] for name in PERSONS if name not in ("closing", "added")},
            "batches_sent": len(lately),
            "sent_entries": sum(len(one.rows) for one in lately),
            "answered_entries": sum(told.first_day <= day <= told.cut_off for day in _days(told)),
        },
        "withdrawn": {name: withdrawn[name] for name in PERSONS},
    }


def _left(people: People) -> dict[int, Left | None]:
    return {person: one.left for person, one in people.items()}


def _of(people: People) -> Counter[str]:
    return Counter(name for one in people.values() for name in counted_in(one))


def _counted(told: Told) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By figure: all now; who was not in it before; who was and is no more."""
    now: Counter[str] = Counter()
    period: Counter[str] = Counter()
    withdrawn: Counter[str] = Counter()
    for person, one in told.now.items():
        names = set(counted_in(one))
        before = set(counted_in(told.before[person])) if person in told.before else set()
        now.update(names)
        period.update(names - before)
        withdrawn.update(before - names)
    return now, period, withdrawn


def _overdue(told: Told) -> int:
    """Rows that are not answered though their day lies before the cut-off."""
    return sum(row.answered_on is None for one in told.lists if one.due < told.cut_off for row in one.rows)


def _days(told: Told) -> list[date]:
    return [row.answered_on for one in told.lists for row in one.rows if row.answered_on is not None]


def _group(whole: Mapping[str, Any], group: Group) -> dict[str, int]:
    found = {how: whole["cumulative"][f"{group.value}_{how}"] for how in ("found", "settled", "open")}
    return {**found, "period_found": whole["period"][f"{group.value}_found"]}


def _names(told: Told) -> list[str]:
    """The plan's hamlets, then others that persons stand in; "" where somebody stands in none."""
    there = {one.hamlet for one in told.now.values()}
    others = sorted(name for name in there - set(told.hamlets) if name)
    return [*told.hamlets, *others, *([""] if "" in there else [])]


def _category(told: Told, key: str, title: str) -> dict[str, Any]:
    """A line of the table by category: entries of the category, and the persons whose main one it is."""
    opening = Counter(_entry_keys(told.before, key))
    closing = Counter(_entry_keys(told.now, key))
    main = [one for one in told.now.values() if one.held and one.entries[:1] == (key,)]
    counted = _of(dict(enumerate(main)))
    names = ("id_valid", "id_missing", "id_wrong", "to_review", "reviewed", "uploaded", "remaining")
    return {
        "key": key,
        "title": title,
        "opening_entries": opening.total(),
        "ended_entries": (opening - closing).total(),
        "added_entries": (closing - opening).total(),
        "closing_entries": closing.total(),
        "persons": len(main),
        **{name: counted[name] for name in names},
    }


def _entry_keys(people: People, key: str) -> list[int]:
    """The persons who draw a category, once per entry."""
    return [person for person, one in people.items() if one.held for entry in one.entries if entry == key]
