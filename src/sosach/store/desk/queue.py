"""The queue of the review: whose turn it is, and how many there are of what, under the filters of an address."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

import polars as pl

from sosach.store.desk.stages import WAITS_FOR, Stage, stage_of_finding
from sosach.store.findings.models import Finding, State
from sosach.store.findings.overview import overview
from sosach.store.log.act import Actor

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
        found = self._persons()
        return _number(found.filter(found > person).min()) or _number(found.min())

    def before(self, person: int) -> int | None:
        """The person before one, or the last when there is none before."""
        found = self._persons()
        return _number(found.filter(found < person).max()) or _number(found.max())

    def facet(self, name: str) -> list[tuple[str, int]]:
        """The values of one filter with the persons that match under all others, the most frequent first.

        Args:
            name: `rule`, `group`, `hamlet` or `certainty`.
        """
        nothing = NOTHING if name == "certainty" else ""
        counted = self._findings(replace(self.filters, **{name: ""})).group_by(name).agg(pl.col("person").n_unique())
        told = [(value or nothing, count) for value, count in counted.iter_rows()]
        return sorted(told, key=lambda one: (-one[1], one[0]))

    def states(self) -> dict[str, int]:
        """The states with the persons that match under all other filters; that of the filters is among them."""
        stage = pl.when(_in_state(SET_ASIDE)).then(pl.lit(SET_ASIDE)).otherwise(stage_of_finding())
        found = self._of_any_state(self.filters).filter(
            _in_state(SET_ASIDE) | (pl.col("state") != State.SET_ASIDE.value)
        )
        counted = dict(found.group_by(stage.alias("stage")).agg(pl.col("person").n_unique()).iter_rows())
        order = dict.fromkeys((*(stage.value for stage in (Stage.OPEN, *WAITS_FOR)), SET_ASIDE, self.filters.state))
        return {one: counted.get(one, 0) for one in order if one in counted or one == self.filters.state}

    def _persons(self) -> pl.Series:
        return self._findings(self.filters)["person"]

    def _findings(self, filters: Filters) -> pl.DataFrame:
        return self._of_any_state(filters).filter(_in_state(filters.state))

    def _of_any_state(self, filters: Filters) -> pl.DataFrame:
        wanted = [
            pl.col(name).eq_missing(None if value == NOTHING else value)
            for name in ("rule", "group", "hamlet", "certainty")
            if (value := getattr(filters, name))
        ]
        if self.actor.hamlets is not None:
            wanted.append(pl.col("hamlet").is_in(sorted(self.actor.hamlets)))
        if filters.like:
            wanted.append(pl.col("id").is_in(_like(int(filters.like))))
        return overview(self.register).filter(*wanted)


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


def _in_state(state: str) -> pl.Expr:
    """What was set aside and is not found any more stands in no list."""
    if state == SET_ASIDE:
        return (pl.col("state") == State.SET_ASIDE.value) & ~pl.col("gone")
    stage, waits = Stage(state), pl.col("state") == State.WAITING.value
    if stage is Stage.OFFICE:
        return waits & ~pl.col("waiting_for").is_in([whom.value for at, whom in WAITS_FOR.items() if at is not stage])
    if stage in WAITS_FOR:
        return waits & (pl.col("waiting_for") == WAITS_FOR[stage].value)
    return pl.col("state") == (State.SETTLED if stage is Stage.SETTLED else State.OPEN).value


def _number(found: object) -> int | None:
    return found if isinstance(found, int) else None


def _like(finding: int) -> list[int]:
    """The findings that say the same of the same value."""
    one = Finding.objects.filter(id=finding).first()
    if one is None:
        return []
    alike = {name: getattr(one, name) for name in ("register", "rule", "field", "value", "suggestion")}
    return list(Finding.objects.filter(**alike).values_list("id", flat=True))
