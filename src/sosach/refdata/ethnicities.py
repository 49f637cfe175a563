"""The ethnic groups of Vietnam, foreigners and the undetermined, with their codes and the ways of writing them.

Codes are those of Decision 121-TCTK/PPCĐ of 1979. Another list in use (Decision 1019/QĐ-TCTK of 2008) has the same
groups in another order, so that some codes mean another group there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sosach.refdata._table import table, yes

FOREIGNER = "55"
UNDETERMINED = "56"


@dataclass(frozen=True, slots=True)
class Group:
    """An ethnic group."""

    code: str  # 01 to 54; 55 foreigner, 56 undetermined
    name: str
    code_2008: str | None  # the group's code in the list of 2008
    verified: bool  # whether the text of the list of 2008 was seen


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way of writing a group's name."""

    text: str
    code: str
    official: bool  # a way of writing the name itself; otherwise an old, local or own name


@cache
def groups() -> Mapping[str, Group]:
    """All groups by code."""
    found = (
        Group(r["code"], r["name"], r["code_1019"] or None, yes(r["verified"]))
        for r in table("ethnic_groups").records()
    )
    return MappingProxyType({group.code: group for group in found})


@cache
def ethnicity_names() -> Mapping[str, str]:
    """The printed name of every code."""
    return MappingProxyType({code: group.name for code, group in groups().items()})


@cache
def spellings() -> tuple[Spelling, ...]:
    """All known ways of writing; one alias may stand for several groups."""
    return tuple(Spelling(r["spelling"], r["code"], r["kind"] == "name") for r in table("ethnic_spellings").records())


@cache
def contested() -> Mapping[str, tuple[str, ...]]:
    """Texts without their marks that could be either of several groups, with the codes of these."""
    return MappingProxyType({r["spelling"]: tuple(r["codes"].split()) for r in table("ethnic_contested").records()})
