"""Made-up numbers for the tests of this room: serials from 600000, which nobody bears."""

from dataclasses import dataclass

import polars as pl
from hypothesis import strategies as st

from sosach.refdata.id_prefixes import province_prefixes

LOOK_ALIKES = {"0": "OoΟО", "1": "Il|І", "2": "Z", "5": "S", "8": "B"}


@dataclass(frozen=True, slots=True)
class Person:
    """A person and the number that fits."""

    number: str
    sex: str
    birth_year: int


@st.composite
def persons(draw: st.DrawFn, prefixes: frozenset[str] = province_prefixes()) -> Person:
    """Anybody whose birth was registered under one of the prefixes."""
    prefix = draw(st.sampled_from(sorted(prefixes)))
    year = draw(st.integers(1920, 2026))
    sex = draw(st.sampled_from(["male", "female"]))
    digit = 2 * ((year - 1900) // 100) + (sex == "female")
    serial = draw(st.integers(600000, 999999))
    return Person(f"{prefix}{digit}{year % 100:02d}{serial}", sex, year)


def answer(reading: pl.DataFrame) -> dict[str, object]:
    """The only row of a reading."""
    return reading.row(0, named=True)
