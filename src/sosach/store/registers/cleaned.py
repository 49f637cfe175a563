"""Cleaning as the store asks for it: the register, the day and the commune put together."""

from datetime import date
from functools import lru_cache

import polars as pl

from sosach.cleaning.frame import Cleaning, typed
from sosach.cleaning.places import Home
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.rules.context import Commune


def clean(raw: pl.DataFrame, register: Register, on: date, commune: Commune) -> pl.DataFrame:
    """The typed frame of a raw, base or current frame."""
    return typed(raw, _cleaning(register.name, on, commune))


@lru_cache(maxsize=8)
def _cleaning(register: str, on: date, commune: Commune) -> Cleaning:
    """What is read once (dates, hamlets, schools) is remembered from call to call."""
    home = Home(commune.code, commune.name, commune.province, commune.hamlets)
    return Cleaning(register=registers()[register], on=on, home=home)
