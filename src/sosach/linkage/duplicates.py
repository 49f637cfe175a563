"""Who stands in one register twice, and who only looks so: twins, sisters, brothers, namesakes."""

from collections.abc import Callable

import polars as pl

from sosach.linkage.blocking import candidates, key_columns
from sosach.linkage.clusters import clustered
from sosach.linkage.comparing import LEVEL_COLUMNS, compared
from sosach.linkage.names import MAY_BE_TWO
from sosach.linkage.plan import Found, Plan, plan_of
from sosach.linkage.rarity import common
from sosach.linkage.sides import Sides, sides_of
from sosach.linkage.verdicts import GROUND, VERDICT, ground_of_duplicate, is_concern
from sosach.linkage.weighing import decisions, weighed, weighed_all
from sosach.linkage.weights import weights
from sosach.people.name_slip import slip_shows
from sosach.text.folding import letters_key

_COLUMNS = ("a", "b", *LEVEL_COLUMNS, "common", "evidence", "probability", "verdict", "ground", "cluster")


def duplicates(
    facts: pl.DataFrame, *, decided: pl.DataFrame | None = None, told: Callable[[Plan], None] | None = None
) -> Found:
    """The pairs of rows that are one person, may be one, or are twins to be kept apart.

    Deterministic; the order of the rows makes no difference.

    Args:
        facts: of the register (`facts.facts_of`).
        decided: what people have decided: `a`, `b` (positions in the frame) and `same` (bool). Pairs that are not the
            same are left out.
        told: hears the plan before the pairs are compared.

    Returns:
        The plan, and pairs sorted by `a`, `b`: `a` < `b` (UInt32, positions in the frame), one Enum column of levels
        per compared fact (`comparing.LEVEL_COLUMNS`; null where one side is silent), `common` (whether both bear one
        name that many bear), `evidence` (bits), `probability` (0..1) that the two are one person, `verdict` (`same` |
        `review` | `twins`) and its `ground` (`verdicts.GROUND`), `cluster` (of `same` pairs: the first position among
        all rows that are this person; else null). No cluster holds two rows that are known to be two persons: where
        pairs contradict each other the weaker ones are `review`.

    Raises:
        Refused: the register has no facts by which anybody could be told from another.
    """
    sides = sides_of(facts)
    known = decisions(decided, "a", "b")
    rows, _ = key_columns(sides)
    plan = plan_of(sides, rows, rows)
    if told:
        told(plan)
    pairs = candidates(rows, rows, plan.keys).join(known, on=["left", "right"], how="anti")
    return Found(concluded(sides, facts, weighed(sides, pairs), known), plan)


def concluded(sides: Sides, facts: pl.DataFrame, pairs: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """The pairs of `duplicates` among weighed pairs.

    Args:
        sides: the register.
        facts: the same persons.
        pairs: weighed (`weighing.weighed`), by this linker or another, without those that people have decided.
        known: what people have decided (`weighing.decisions`).
    """
    found = _judged(pairs, facts)
    fixed = weighed_all(sides, compared(sides, known.filter("same").select("left", "right")))
    both = pl.concat([_with_ground(fixed, "decided", verdict="same").select(found.columns), found])
    both = both.with_columns(common(sides, both, weights())).rename({"left": "a", "right": "b"})
    return _clustered(both, known.filter(~pl.col("same")).select("left", "right"), sides.left)


def _judged(pairs: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    """The pairs that concern somebody, with their verdict and ground."""
    told = pairs.with_columns(_shows(facts, pairs)).with_columns(ground=ground_of_duplicate()).filter(is_concern())
    verdict = (
        pl.when(pl.col("ground") == "twins").then(pl.lit("twins"))
        .when(pl.col("ground").is_null()).then(pl.lit("same"))
        .otherwise(pl.lit("review"))
    )  # fmt: skip
    return told.with_columns(verdict=verdict.cast(VERDICT)).select(
        "left", "right", *LEVEL_COLUMNS, "evidence", "probability", "verdict", "ground"
    )


def _with_ground(pairs: pl.DataFrame, ground: str, *, verdict: str) -> pl.DataFrame:
    return pairs.with_columns(ground=pl.lit(ground, dtype=GROUND), verdict=pl.lit(verdict, dtype=VERDICT))


def _shows(facts: pl.DataFrame, pairs: pl.DataFrame) -> pl.Series:
    """Whether the difference between two alike names can hardly be that of the names of two children."""
    small = pairs["name"].is_in(MAY_BE_TWO).fill_null(value=False).arg_true()
    names = facts.select(name=letters_key(pl.col("name")))
    sides = pl.DataFrame({end: names["name"].gather(pairs[end].gather(small)) for end in ("left", "right")})
    told = sides.select(slip_shows(pl.col("left"), pl.col("right")).alias("shows")).to_series()
    turned = pairs["name"].gather(small).eq_missing(pl.Series(["order"]))
    return (
        pl.repeat(value=True, n=pairs.height, dtype=pl.Boolean, eager=True)
        .scatter(small, told & ~turned)
        .alias("shows")
    )


def _clustered(pairs: pl.DataFrame, apart: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """The pairs with their clusters; what contradicts stronger pairs becomes a question."""
    believed = (pl.col("ground") == "decided").fill_null(value=False)
    ordered = pairs.sort(~believed, -pl.col("evidence"), "a", "b")
    is_same = ordered["verdict"] == "same"
    same, others = ordered.filter(is_same), ordered.filter(~is_same)
    twins = others.filter(pl.col("verdict") == "twins").select("a", "b")
    two = [*apart.iter_rows(), *twins.iter_rows()]
    told = same.hstack(clustered(same, two, persons))
    held = told.filter("holds").drop("holds")
    open_again = _with_ground(told.filter(~pl.col("holds")).drop("holds"), "contradiction", verdict="review")
    rest = others.with_columns(cluster=pl.lit(None, dtype=pl.UInt32))
    return pl.concat([held, open_again.select(held.columns), rest]).select(_COLUMNS).sort("a", "b")
