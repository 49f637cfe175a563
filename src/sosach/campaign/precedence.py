"""Which source prevails, field by field, when two sources tell a fact of one person differently.

The order that holds without a plan's own stands with its law in `precedence.toml` beside this file.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources


class Source(StrEnum):
    """Where a list of persons comes from."""

    BIRTH_BOOK = "birth_book"  # the civil-status book, or its extract
    CIVIL_REGISTRATION = "civil_registration"  # the electronic civil-status database
    POPULATION_DATABASE = "population_database"  # as the police answer from it
    BIRTH_CERTIFICATE = "birth_certificate"  # a copy that the family shows
    REGISTER = "register"  # the national software, lists of hamlets and of the health station
    COLLABORATOR = "collaborator"  # what a household says at its door


SOURCE_LABELS = {
    Source.BIRTH_BOOK: "sổ khai sinh",
    Source.CIVIL_REGISTRATION: "hộ tịch điện tử",
    Source.POPULATION_DATABASE: "dữ liệu dân cư",
    Source.BIRTH_CERTIFICATE: "bản sao giấy khai sinh",
    Source.REGISTER: "sổ trên phần mềm",
    Source.COLLABORATOR: "rà soát tại hộ",
}

Order = tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Precedence:
    """The order of the sources, the one that prevails first."""

    default: Order
    fields: Mapping[str, Order] = field(default_factory=dict)  # of fields that have an order of their own

    def order(self, name: str) -> Order:
        """The order of the sources of a field."""
        return self.fields.get(name, self.default)

    def prevails(self, name: str, left: Source, right: Source) -> str | None:
        """Which of two sources prevails for a field: `left`, `right`; None where neither stands above the other."""
        order = self.order(name)
        one, other = (order.index(source) if source in order else len(order) for source in (left, right))
        if one == other:
            return None
        return "left" if one < other else "right"


def order_of(names: Sequence[str]) -> Order:
    """The order that a file names.

    Raises:
        ValueError: a source is unknown or stands twice; the argument is its name.
    """
    known = {source.value: source for source in Source}
    for place, name in enumerate(names):
        if name not in known or name in names[:place]:
            raise ValueError(name)
    return tuple(known[name] for name in names)


@cache
def usual() -> Precedence:
    """The order that holds where a plan sets none."""
    text = resources.files("sosach.campaign").joinpath("precedence.toml").read_text(encoding="utf-8")
    facts = tomllib.loads(text)
    return Precedence(order_of(facts["default"]), {name: order_of(order) for name, order in facts["fields"].items()})


def source_of(register: str, titles: Iterable[str]) -> Source:
    """What a list is as a source, by its register and what stands above its headings."""
    if register != "births":
        return Source.REGISTER
    electronic = any("điện tử" in title.casefold() for title in titles)
    return Source.CIVIL_REGISTRATION if electronic else Source.BIRTH_BOOK
