"""Names to test with: real words of names and of communes, from the sources of the tables."""

import csv
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "tools" / "refdata" / "sources"
DATA = ROOT / "tests" / "data"


def rows(path: Path) -> list[dict[str, str]]:
    """The records of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def name_words(part: str, least: int = 1) -> tuple[str, ...]:
    """Family, middle or given names borne by so many people at least."""
    found = rows(SOURCES / "names" / f"{part}_names_freq.csv")
    return tuple(r[f"{part}_name"] for r in found if r[f"{part}_name"] and int(r["n"]) >= least)


@cache
def place_names() -> tuple[str, ...]:
    """The names of all communes and districts since 2017."""
    places = SOURCES / "places"
    found = {r["commune_full_name"] for r in rows(places / "admin_old_communes_history.csv")}
    found |= {r["commune_full_name"] for r in rows(places / "admin_new_communes.csv")}
    found |= {r["district_full_name"] for r in rows(places / "admin_old_districts.csv")}
    return tuple(sorted(found))


def full_names() -> st.SearchStrategy[str]:
    """Made-up full names of real words."""
    parts = [st.sampled_from(name_words(part)) for part in ("family", "middle", "given")]
    return st.tuples(*parts).map(" ".join)
