"""What the digits of a personal number mean: the place of birth registration, the sex and the century.

The structure was laid down by Decree 137/2015/NĐ-CP and Circular 07/2016/TT-BCA. Since 1 July 2024 no rule in force
prescribes it, but numbers still follow it; a contradiction is a doubt for the police, never a proof.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from sosach.refdata._table import table, yes
from sosach.refdata.countries import countries
from sosach.refdata.places import provinces

# The list of countries is a third party's; the whole range counts as abroad.
ABROAD = range(101, 296)


@dataclass(frozen=True, slots=True)
class PrefixPlace:
    """The place that the first three digits stand for."""

    prefix: str
    name: str  # of the province when numbers were first given, or of the country
    province_today: str | None  # code; None abroad
    abroad: bool

    @property
    def shown(self) -> str:
        """As printed: “Bắc Giang (nay thuộc Bắc Ninh)”, “Hàn Quốc”."""
        if self.province_today is None:
            return self.name
        today = provinces()[self.province_today].name
        return self.name if today == self.name else f"{self.name} (nay thuộc {today})"


@dataclass(frozen=True, slots=True)
class SexDigit:
    """What the fourth digit tells."""

    digit: str
    sex: str  # male, female
    century: int  # 1900, 2000, ...
    verified: bool


@cache
def prefix_places() -> Mapping[str, PrefixPlace]:
    """All prefixes that are given, by their three digits: 63 provinces and the countries."""
    at_home = {
        r["prefix"]: PrefixPlace(r["prefix"], r["name"], r["today"], abroad=False)
        for r in table("id_prefixes").records()
    }
    names = {country.iso: country.name for country in countries()}
    listed = {r["prefix"]: names[r["iso"]] for r in table("id_countries").records()}
    abroad = {
        prefix: PrefixPlace(prefix, listed.get(prefix, "nước ngoài"), None, abroad=True) for prefix in map(str, ABROAD)
    }
    return MappingProxyType(at_home | abroad)


def province_prefixes() -> frozenset[str]:
    """The 63 prefixes of provinces; any other number from 000 to 100 was never given."""
    return frozenset(place.prefix for place in prefix_places().values() if not place.abroad)


def prefix_names() -> Mapping[str, str]:
    """The printed place of every prefix."""
    return {prefix: place.shown for prefix, place in prefix_places().items()}


@cache
def sex_digits() -> Mapping[str, SexDigit]:
    """The ten digits by themselves."""
    found = (
        SexDigit(r["digit"], r["sex"], int(r["year_from"]), yes(r["verified"]))
        for r in table("id_sex_digits").records()
    )
    return MappingProxyType({digit.digit: digit for digit in found})
