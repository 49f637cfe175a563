"""Who is who between two registers, one to one.

Rows that agree on everything that both registers know, and are the only ones to do so on either side, are linked first;
that is most of a good register and costs one join. The others are brought together by keys, compared fact by fact,
weighed and assigned.
"""

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from sosach.linkage.assignment import one_to_one
from sosach.linkage.blocking import candidates, key_columns
from sosach.linkage.comparing import LEVEL_COLUMNS, compared
from sosach.linkage.names import ALIKE
from sosach.linkage.plan import Found, Plan, plan_of
from sosach.linkage.rarity import common
from sosach.linkage.sides import Sides, sides_of
from sosach.linkage.verdicts import GROUND, RIVAL, VERDICT, ground_of_link, is_likely
from sosach.linkage.weighing import decisions, weighed, weighed_all
from sosach.linkage.weights import weights

# Facts in which two rows of good registers are the same to the letter, and facts that then must not differ.
_EXACT = ("name", "birth_date", "sex", "mother")
_AGREEING = ("mother_year", "father_year", "number", "mother_number", "father_number", "certificate", "commune")
_AGREEING_NAMES = ("father", "guardian")

_COLUMNS = ("left", "right", *LEVEL_COLUMNS, "common", "evidence", "probability", "verdict", "ground")


def linked(
    left: pl.DataFrame,
    right: pl.DataFrame,
    *,
    decided: pl.DataFrame | None = None,
    told: Callable[[Plan], None] | None = None,
) -> Found:
    """Who on the left is who on the right, nobody twice.

    Deterministic; the order of the rows makes no difference, nor does which register is the left one.

    Args:
        left: facts of one register (`facts.facts_of`).
        right: facts of the other register.
        decided: what people have decided: `left`, `right` (positions in the frames) and `same` (bool). Pairs that are
            the same are linked whatever the evidence, pairs that are not are never linked.
        told: hears the plan before the pairs are compared.

    Returns:
        The plan, and pairs sorted by `left`: `left`, `right` (UInt32, positions in the frames), one Enum column of
        levels per compared fact (`comparing.LEVEL_COLUMNS`; null where one side is silent), `common` (whether both bear
        one name that many bear), `evidence` (bits), `probability` (0..1), `verdict` (`same` | `review`) and its
        `ground` (`verdicts.GROUND`).

    Raises:
        Refused: the registers have no facts in common by which anybody could be found again.
    """
    sides = sides_of(left, right)
    known = decisions(decided, "left", "right")
    done = pl.concat([_fixed(known), _exact(sides, known)])
    ours, theirs = key_columns(sides)
    ours = ours.join(done, left_on="place", right_on="left", how="anti")
    theirs = theirs.join(done, left_on="place", right_on="right", how="anti")
    plan = plan_of(sides, ours, theirs)
    if told:
        told(plan)
    pairs = candidates(ours, theirs, plan.keys).join(known, on=["left", "right"], how="anti")
    chosen = settled(sides, weighed(sides, pairs), left, right)
    return Found(pl.concat([linked_before(sides, done, known), chosen]).sort("left"), plan)


def settled(sides: Sides, pairs: pl.DataFrame, left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    """The links among weighed pairs, with their verdicts.

    Args:
        sides: the persons.
        pairs: `left`, `right`, a column of levels per fact, `evidence`, `probability`; from this linker or another.
        left: facts of the left register.
        right: facts of the right one.
    """
    likely = pairs.filter(is_likely())
    chosen = one_to_one(likely, left, right)
    contested = chosen.join(_contested(sides, chosen, likely), on=["left", "right"], how="left", maintain_order="left")
    judged = contested.with_columns(pl.col("contested").fill_null(value=False)).with_columns(ground=ground_of_link())
    verdict = pl.when(pl.col("ground").is_null()).then(pl.lit("same")).otherwise(pl.lit("review"))
    return judged.with_columns(common(sides, judged, weights()), verdict=verdict.cast(VERDICT)).select(_COLUMNS)


def linked_before(sides: Sides, done: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """The links that needed no weighing, weighed like the others."""
    told = weighed_all(sides, compared(sides, done)).join(
        known, on=["left", "right"], how="left", maintain_order="left"
    )
    ground = pl.when("same").then(pl.lit("decided", dtype=GROUND)).alias("ground")
    return told.with_columns(common(sides, told, weights()), ground, verdict=pl.lit("same", dtype=VERDICT)).select(
        _COLUMNS
    )


def _fixed(known: pl.DataFrame) -> pl.DataFrame:
    """The pairs that people have called the same; of decisions that give one person two others the first holds."""
    same = known.filter("same").select("left", "right").sort("left", "right")
    return same.unique("left", keep="first", maintain_order=True).unique("right", keep="first", maintain_order=True)


def _exact(sides: Sides, decided: pl.DataFrame) -> pl.DataFrame:
    """Rows alike in everything, found once on each side: `left`, `right`."""
    keys = [_unique(sides, side) for side in (sides.left, sides.right)]
    both = keys[0].join(keys[1], on="key", suffix="_r").select(left="place", right="place_r")
    both = both.join(decided, on="left", how="anti").join(decided, on="right", how="anti").sort("left")
    return _without_differences(sides, both)


def _unique(sides: Sides, side: pl.DataFrame) -> pl.DataFrame:
    letters = pl.lit(sides.names.table["letters"])
    known = side.select(
        letters.gather("name").alias("name"), letters.gather("mother").alias("mother"), "birth_date", "day", "sex",
        place=pl.int_range(pl.len(), dtype=pl.UInt32),
    ).drop_nulls()  # fmt: skip
    return known.select("place", key=pl.struct(_EXACT).hash(seed=11)).filter(~pl.col("key").is_duplicated())


def _without_differences(sides: Sides, pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs of which no other fact differs that both sides know; a hamlet may: people move."""
    letters = sides.names.table["letters"]
    agree = pl.repeat(value=True, n=pairs.height, dtype=pl.Boolean, eager=True)
    for fact in (*_AGREEING, *_AGREEING_NAMES):
        ours, theirs = sides.left[fact].gather(pairs["left"]), sides.right[fact].gather(pairs["right"])
        if fact in _AGREEING_NAMES:
            ours, theirs = letters.gather(ours), letters.gather(theirs)
        agree &= (ours == theirs).fill_null(value=True)
    return pairs.filter(agree)


def _contested(sides: Sides, chosen: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The chosen pairs to which somebody else is as near, and that is not merely the same person entered twice."""
    found = []
    for end, other, persons in (("left", "right", sides.right), ("right", "left", sides.left)):
        rivals = pairs.select(end, other, rival="evidence").join(
            chosen.select(end, mine=other, best="evidence"), on=end
        )
        near = rivals.filter((pl.col(other) != pl.col("mine")) & (pl.col("rival") > pl.col("best") - RIVAL))
        side = replace(sides, left=persons, right=persons)
        two = near.select(left=pl.min_horizontal(other, "mine"), right=pl.max_horizontal(other, "mine"))
        is_copy = compared(side, two, ("name", "birth_date", "sex", "number", "mother")).select(_copy()).to_series()
        free = ~near[other].is_in(chosen[other].implode())
        found.append(
            near.filter(~(is_copy & free)).select(pl.col(end), pl.col("mine").alias(other)).select("left", "right")
        )
    return pl.concat(found).unique().with_columns(contested=pl.lit(value=True))


def _copy() -> pl.Expr:
    """Whether two rows of one register are one person entered twice."""
    return (
        pl.col("name").is_in(ALIKE)
        & pl.col("birth_date").is_in(["same", "partial"])
        & (pl.col("mother").is_in(ALIKE) | pl.col("mother").is_null())
        & ~pl.col("sex").eq_missing(pl.lit("other"))
        & ~pl.col("number").is_in(["other", "next"]).fill_null(value=False)
    ).fill_null(value=False)
