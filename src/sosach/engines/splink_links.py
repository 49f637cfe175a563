"""Who is who by Splink: the engine for what is large, and the judge of the built-in linker.

Splink brings the rows together, tells the levels and adds the bits; keys, one to one, twins, clusters and verdicts are
those of the built-in linker (`sosach.linkage`). The weights come from a model: learnt from the registers at hand where
they are large enough, else the one beside this file, which was learnt from made-up communes (`tools/learn_weights.py`).
"""

from collections.abc import Callable
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

import polars as pl

from sosach.engines.splink_columns import Case, case_of
from sosach.engines.splink_model import Model, load, weights_of
from sosach.findings.notices import refused
from sosach.linkage import duplicates as within
from sosach.linkage import links
from sosach.linkage.blocking import key_columns
from sosach.linkage.evidence import fitted, most_of_family, probability
from sosach.linkage.plan import Found, Plan, plan_of
from sosach.linkage.sides import sides_of
from sosach.linkage.verdicts import REVIEW
from sosach.linkage.weighing import decisions, with_levels
from sosach.linkage.weights import weights

# Rows on either side from which a model is learnt; in fewer, what chance does cannot be told from what people do.
ENOUGH = 20_000


def model_for(left: pl.DataFrame, right: pl.DataFrame) -> Model:
    """The model for two registers: learnt from them, or the one that comes along where one of them is small.

    The same persons give the same model, whatever their order and whichever register is the left one.

    Args:
        left: facts of one register (`linkage.facts`).
        right: facts of the other register.

    Raises:
        Refused: Splink is not installed, or the registers have nothing in common.
    """
    if min(left.height, right.height) < ENOUGH:
        return shipped()
    _installed()
    from sosach.engines.splink_training import trained

    facts = sorted(map(_by_content, (left, right)), key=_content)
    sides = sides_of(*facts)
    keys = key_columns(sides)
    case = case_of(sides, facts, keys, plan_of(sides, *keys).keys)
    return trained(case, weights())


def shipped() -> Model:
    """The model that comes along."""
    with resources.as_file(resources.files("sosach.engines").joinpath("splink_model.json")) as path:
        return load(Path(path), weights())


def linked(
    left: pl.DataFrame,
    right: pl.DataFrame,
    model: Model,
    *,
    decided: pl.DataFrame | None = None,
    told: Callable[[Plan], None] | None = None,
) -> Found:
    """Who on the left is who on the right, nobody twice: as `linkage.links.linked`, by a model's weights.

    Raises:
        Refused: Splink is not installed, or the registers have nothing in common.
    """
    _installed()
    sides = sides_of(left, right)
    known = decisions(decided, "left", "right")
    fixed = known.filter("same").select("left", "right")
    ours, theirs = key_columns(sides)
    ours = ours.join(fixed, left_on="place", right_on="left", how="anti")
    theirs = theirs.join(fixed, left_on="place", right_on="right", how="anti")
    plan = plan_of(sides, ours, theirs)
    if told:
        told(plan)
    pairs = _weighed(case_of(sides, [left, right], (ours, theirs), plan.keys), model)
    chosen = links.settled(sides, pairs.join(known, on=["left", "right"], how="anti"), left, right)
    return Found(pl.concat([links.linked_before(sides, fixed, known), chosen]).sort("left"), plan)


def duplicates(
    facts: pl.DataFrame,
    model: Model,
    *,
    decided: pl.DataFrame | None = None,
    told: Callable[[Plan], None] | None = None,
) -> Found:
    """Who stands in one register twice: as `linkage.duplicates.duplicates`, by a model's weights.

    Raises:
        Refused: Splink is not installed, or nobody in the register could be told from another.
    """
    _installed()
    sides = sides_of(facts)
    known = decisions(decided, "a", "b")
    rows, _ = key_columns(sides)
    plan = plan_of(sides, rows, rows)
    if told:
        told(plan)
    pairs = _weighed(case_of(sides, [facts], (rows, rows), plan.keys), model)
    pairs = pairs.join(known, on=["left", "right"], how="anti")
    return Found(within.concluded(sides, facts, pairs, known), plan)


def _weighed(case: Case, model: Model) -> pl.DataFrame:
    """The pairs that can come to anything, with their levels, `days`, `evidence` and `probability`."""
    from sosach.engines.splink_scoring import scored

    table = fitted(weights_of(model, weights()), case.sides)
    told = with_levels(case.sides, scored(case, table, None if _all_matter(case) else REVIEW))
    too_much = (pl.col("family") - most_of_family(table)).clip(lower_bound=0.0)
    weighed = told.with_columns(evidence=pl.col("bits") - too_much).drop("bits", "family")
    return weighed.with_columns(probability=probability(pl.col("evidence")))


def _all_matter(case: Case) -> bool:
    """Whether a pair of little evidence may concern somebody: twins in a register, two persons under one number."""
    return case.sides.within or "number" in case.facts


def _installed() -> None:
    if find_spec("splink") is None or find_spec("duckdb") is None:
        raise refused("splink_missing")


def _by_content(facts: pl.DataFrame) -> pl.DataFrame:
    """The facts in an order that depends on nothing but what they say."""
    known = facts.drop("index", "sheet", "row")
    order = known.select(pl.struct(pl.all()).hash(seed=17).alias("content")).to_series()
    return facts[order.arg_sort()]


def _content(facts: pl.DataFrame) -> tuple[int, int]:
    known = facts.drop("index", "sheet", "row")
    return facts.height, int(known.select((pl.struct(pl.all()).hash(seed=17) // (1 << 32)).sum()).item())
