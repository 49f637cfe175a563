"""Cleaning as the store asks for it: the register, the day and the commune put together."""

from datetime import date

import polars as pl

from sosach.cleaning.frame import Cleaning, typed
from sosach.cleaning.places import Home
from sosach.registers.register import Register
from sosach.rules.context import Commune


def clean(raw: pl.DataFrame, register: Register, on: date, commune: Commune) -> pl.DataFrame:
    """The typed frame of a raw, base or current frame."""
    home = Home(commune.code, commune.name, commune.province, commune.hamlets)
    return typed(raw, Cleaning(register=register, on=on, home=home))
