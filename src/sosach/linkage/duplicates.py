"""Who stands in one register twice, and who only looks so: twins, sisters, brothers, namesakes."""

from collections.abc import Callable

import polars as pl

from sosach.linkage import links
from sosach.linkage.blocking import candidates, planned
from sosach.linkage.keyed import keyed
from sosach.linkage.plan import Found, Plan
from sosach.linkage.rarity import rarity
from sosach.linkage.weights import weights


def duplicates(
    facts: pl.DataFrame, *, decided: pl.DataFrame | None = None, told: Callable[[Plan], None] | None = None
) -> Found:
    """The pairs of rows that are one person, may be one, or are twins to be kept apart.

    Deterministic; the order of the rows makes no difference.

    Args:
        facts: of the register (`facts.facts_of`).
        decided: what people have decided: `a`, `b` (positions in the frame) and `same` (bool).
        told: hears the plan before the pairs are compared.

    Returns:
        The plan, and pairs sorted by `a`, `b`: `a` < `b` (UInt32, positions in the frame), one Enum column of levels per
        compared fact (`comparing.LEVEL_COLUMNS`; null where one side is silent), `evidence` (bits), `probability` (0..1)
        that the two are one person, `verdict` (`same` | `review` | `twins`), `cluster` (of `same` pairs: the first
        position among all rows that are this person; else null). No cluster holds two rows that are known to be
        two persons: where pairs contradict each other the weaker ones are `review`.

    Raises:
        Refused: the register has no facts by which anybody could be told from another.
    """
    table = weights()
    rows = keyed(facts)
    keys = planned(rows, None)
    plan = Plan(keys, sum(k.pairs for k in keys if not k.refused), ())
    if told:
        told(plan)
    pairs = candidates(rows, None, keys)
    weighed = links._weighed(rows, rows, pairs, rarity(rows["name"], table), rows.height, table)
    alike = pl.col("name").cast(pl.String).is_in(links.LIKE_NAMES)
    twins = (pl.col("birth_date") == "same") & (pl.col("mother") == "same") & ~alike
    verdict = (
        pl.when(twins)
        .then(pl.lit("twins"))
        .when((pl.col("evidence") >= links.SAME) & alike)
        .then(pl.lit("same"))
        .otherwise(pl.lit("review"))
    )
    found = weighed.filter((pl.col("evidence") > links.REVIEW) | twins).with_columns(verdict=verdict)
    first = pl.when(verdict == "same").then("left").alias("cluster")
    return Found(found.with_columns(first).rename({"left": "a", "right": "b"}).sort("a", "b"), plan)
