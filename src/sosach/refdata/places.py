"""Provinces and communes of today and those before 1 July 2025, and what became of each old commune.

The reform of 2025 abolished districts and left 34 provinces and 3,321 communes. The same name, even the same code, may
mean two areas before and after that day, so today's units and former ones are kept apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from sosach.refdata._table import table

REFORM = date(2025, 7, 1)

_LAND_ONLY = "area"  # the part of an old commune that nobody lives in


@dataclass(frozen=True, slots=True)
class Province:
    """A province of today, or a former one; a former one's code may be another's today."""

    code: str  # two digits
    name: str
    kind: str  # tỉnh, thành phố
    today: str  # code of the province of today; its own for a province of today
    former_kind: str = ""  # of a province of today that became a city after the reform


@dataclass(frozen=True, slots=True)
class District:
    """A district, abolished on 1 July 2025 or before."""

    code: str  # three digits
    name: str
    kind: str  # huyện, quận, thị xã, thành phố
    province: str  # code of the former province
    former_names: tuple[str, ...] = ()  # names it had on lists since 2017


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of today."""

    code: str  # five digits
    name: str
    kind: str  # xã, phường, đặc khu
    province: str
    former_kind: str = ""  # where it changed after the reform

    @property
    def full_name(self) -> str:
        """“xã Cao Đức”, as it stands within a sentence."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune as it was in June 2025, or as an older list named it."""

    code: str  # five digits; the same digits may be another area's today
    name: str
    kind: str  # xã, phường, thị trấn
    district: str  # code


@cache
def provinces() -> Mapping[str, Province]:
    """The 34 provinces of today by code."""
    found = (
        Province(r["code"], r["name"], r["kind"], r["code"], r["former_kind"]) for r in table("provinces").records()
    )
    return MappingProxyType({province.code: province for province in found})


@cache
def provinces_before() -> Mapping[str, Province]:
    """The 63 provinces before the reform by code."""
    found = (Province(r["code"], r["name"], r["kind"], r["today"]) for r in table("provinces_before").records())
    return MappingProxyType({province.code: province for province in found})


@cache
def communes() -> Mapping[str, Commune]:
    """The communes of today by code."""
    found = (
        Commune(code, name, kind, province, former_kind)
        for code, name, kind, province, _, former_kind in table("communes").rows
    )
    return MappingProxyType({commune.code: commune for commune in found})


@cache
def districts_before() -> Mapping[str, District]:
    """The districts before the reform by code, with those abolished since 2017."""
    found = (
        District(code, name, kind, province, tuple(filter(None, former.split(" | "))))
        for code, name, kind, province, former, _ in table("districts_before").rows
    )
    return MappingProxyType({district.code: district for district in found})


@cache
def communes_before() -> Mapping[str, FormerCommune]:
    """The communes of June 2025 by code."""
    return MappingProxyType({row[0]: FormerCommune(*row) for row in table("communes_before").rows})


@cache
def older_names() -> tuple[FormerCommune, ...]:
    """Names and districts that communes had on lists since 2017, and other spellings of their names.

    A code that `communes_before` has is the same unit under another name; of other codes it is not known what became of
    them, so `successors` is empty.
    """
    return tuple(FormerCommune(*row[:4]) for row in table("communes_former").rows)


@cache
def _changes() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for before, today, kind in table("commune_changes").rows:
        if kind != _LAND_ONLY:
            found.setdefault(before, []).append(today)
    return MappingProxyType({before: tuple(codes) for before, codes in found.items()})


def successors(code: str) -> tuple[str, ...]:
    """The communes of today where the people of a former commune live: several when it was split, none if unknown."""
    return _changes().get(code, ())


def province_today(former_district: str) -> Province:
    """The province of today to which a former district belongs.

    Raises:
        KeyError: there was no such district.
    """
    return provinces()[provinces_before()[districts_before()[former_district].province].today]
