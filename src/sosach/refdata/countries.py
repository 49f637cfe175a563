"""Countries with their Vietnamese names and the other ways in which offices write them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sosach.refdata._table import table

HOME = "Việt Nam"


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory."""

    iso: str  # two letters of ISO 3166
    name: str
    also: tuple[str, ...]  # other names and abbreviations


@cache
def countries() -> tuple[Country, ...]:
    """All countries, by their two letters."""
    return tuple(
        Country(r["iso"], r["name"], tuple(filter(None, r["also"].split(" | ")))) for r in table("countries").records()
    )


def country_spellings() -> Mapping[str, str]:
    """Every way of writing a country with the name that is printed for it."""
    return {spelling: country.name for country in countries() for spelling in (*country.also, country.name)}
