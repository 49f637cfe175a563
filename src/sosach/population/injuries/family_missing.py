"""Neither father nor mother nor guardian is named."""

import polars as pl

from sosach.population.harm import injury
from sosach.registers.children import REGISTER
from sosach.registers.field import relative_of

_RELATIVES = [name for name in REGISTER.by_name if relative_of(name)]

INJURIES = injury(
    __name__,
    "family_missing",
    "mother_name",
    {name: pl.lit(None, pl.String) for name in _RELATIVES},
    registers=("children",),
    weight=5,
)
