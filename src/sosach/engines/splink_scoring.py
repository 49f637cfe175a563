"""Splink brings rows together, tells the levels and adds the bits, with the weights of a model."""

import math
from collections.abc import Mapping

import polars as pl
from splink import Linker
from splink.backends.duckdb import DuckDBAPI

from sosach.engines.splink_columns import ID, Case
from sosach.engines.splink_levels import blocked
from sosach.engines.splink_session import comparison, linker
from sosach.linkage.evidence import FAMILY
from sosach.linkage.names import ALIKE
from sosach.linkage.rarity import rarity
from sosach.linkage.weights import Weights

# Splink knows a weight as two probabilities; any two of the right ratio will do. With a name the second one stands for
# a name of middling rarity, against which the rarity of the name at hand is told.
_CHANCE = 2.0**-64
_CHANCE_OF_NAME = 2.0**-10

_SCHEMA = {"left": pl.UInt32, "right": pl.UInt32, "bits": pl.Float64, "family": pl.Float64}


def scored(case: Case, weights: Weights, least: float | None) -> pl.DataFrame:
    """The pairs that share a key: `left`, `right` (positions on the two sides), `bits` and `family`, sorted.

    `bits` is the sum over all facts, less what it takes to find one person among all; `family` is the part of it that
    is due to what the children of a family have in common.

    Args:
        case: the registers.
        weights: bits by fact and level.
        least: pairs of fewer bits are left out; None keeps all.
    """
    if not case.keys:
        return pl.DataFrame(schema=_SCHEMA)
    comparisons = [comparison(fact, _probabilities(fact, weights[fact])) for fact in case.facts]
    settings = {
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": blocked([f"key_{place}"])} for place in range(len(case.keys))
        ],
        "probability_two_random_records_match": 1 / (1 + case.sides.among),
        "retain_intermediate_calculation_columns": True,  # the bits of every fact
    }
    family = " + ".join(["0.0", *(f"mw_{fact}" for fact in case.facts if fact in FAMILY)])
    with linker(case.frames, comparisons, **settings) as (engine, api):
        if "name" in case.facts:
            _tell_rarity(engine, api, case, weights)
        found = engine.inference.predict(threshold_match_weight=least, warning_mode="never").as_duckdbpyrelation()
        columns = f'{ID}_l as "left", {ID}_r as "right", match_weight as bits, {family} as family'
        return pl.DataFrame(found.select(columns).to_arrow_table()).sort("left", "right")


def _probabilities(fact: str, weights: Mapping[str, float]) -> dict[str, dict[str, object]]:
    if fact != "name":
        return {level: _ratio(bits, _CHANCE) for level, bits in weights.items()}
    by_name = {"tf_adjustment_column": "name"}
    return {
        level: {**_ratio(bits - math.log2(_CHANCE_OF_NAME), _CHANCE_OF_NAME), **by_name}
        if level in ALIKE
        else _ratio(bits, _CHANCE)
        for level, bits in weights.items()
    }


def _ratio(bits: float, chance: float) -> dict[str, object]:
    return {"m_probability": chance * 2.0**bits, "u_probability": chance}


def _tell_rarity(engine: Linker, api: DuckDBAPI, case: Case, weights: Weights) -> None:
    """Names are as rare as the built-in linker takes them to be."""
    told = pl.DataFrame({"name": case.names, "bits": rarity(case.sides, weights)}).drop_nulls().unique("name")
    shares = told.select("name", tf_name=pl.lit(2.0).pow(-pl.col("bits")))
    table = api.register(shares.to_arrow(compat_level=pl.CompatLevel.oldest()), table_name="rarity")
    engine.table_management.register_term_frequency_lookup(table, "name")
