"""Who does what, on which day, for what reason: what every service is told by its caller."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as data_field
from datetime import date
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and what as."""

    name: str
    role: str  # see `accounts.rights`
    hamlets: frozenset[str] | None = None  # None: the whole commune


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What all events of an operation have in common."""

    actor: Actor
    on: date
    source: str = ""
    evidence: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event of an operation."""

    kind: str
    person: int | None = None
    field: str = ""
    old: str | None = None
    new: str | None = None
    evidence: str = ""  # of this one change, where it has its own (the row of a list); empty: that of the act
    details: Mapping[str, Any] = data_field(default_factory=lambda: MappingProxyType({}))
