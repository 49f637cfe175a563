"""The name was typed with a font of the nineties, and shows as something else."""

import polars as pl

from sosach.population.harm import in_turn, injury
from sosach.population.legacy import in_tcvn3, in_vni

_NAME = pl.col("full_name")

INJURIES = injury(
    __name__,
    "text_legacy_font",
    "full_name",
    {"full_name": in_turn(in_tcvn3(_NAME), in_vni(_NAME))},
    when=(pl.col("ethnicity") == "Kinh") & _NAME.str.contains(r"[^\x00-\x7f]"),
    weight=5,
)
