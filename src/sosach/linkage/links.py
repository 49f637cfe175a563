"""Who is who between two registers, one to one.

Rows that agree on everything that both registers know, and are the only ones to do so on either side, are linked first;
that is most of a good register and costs one join. The others are brought together by keys, compared fact by fact,
weighed and assigned.
"""

from collections.abc import Callable

import polars as pl

from sosach.linkage.assignment import one_to_one, with_rivals
from sosach.linkage.blocking import candidates, planned
from sosach.linkage.comparing import compared
from sosach.linkage.evidence import with_evidence
from sosach.linkage.keyed import keyed
from sosach.linkage.plan import Found, Plan
from sosach.linkage.rarity import rarity
from sosach.linkage.weights import Weights, weights

# Evidence from which one person is certain enough to be called the same (p = 0.98), and from which people should look.
SAME, REVIEW = 5.6, -2.0

# A rival so near in evidence leaves open who is meant: twins of one name, an entry made twice.
_RIVAL = 1.0

# Names further apart than these belong to sisters and brothers more often than to one child.
LIKE_NAMES = ("same", "unmarked", "typing", "mark", "sound", "slip", "middle", "order", "initials")

_EXACT = ("name", "birth_date", "sex", "mother", "father")
_EXTRA = ("mother_year", "father_year", "commune")


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
        The plan, and pairs sorted by `left`: `left`, `right` (UInt32, positions in the frames), one Enum column of levels
        per compared fact (`comparing.LEVEL_COLUMNS`; null where one side is silent), `evidence` (bits), `probability`
        (0..1), `verdict` (`same` | `review`).

    Raises:
        Refused: the registers have no facts in common by which anybody could be found again.
    """
    table = weights()
    ours_all, theirs_all = keyed(left), keyed(right)
    sure = _exact(ours_all, theirs_all)
    ours, theirs = _others(ours_all, sure["left"]), _others(theirs_all, sure["right"])
    keys = planned(ours, theirs)
    plan = Plan(keys, sum(k.pairs for k in keys if not k.refused), ())
    if told:
        told(plan)
    pairs = candidates(ours, theirs, keys)
    pairs = pl.DataFrame({"left": ours["place"].gather(pairs["left"]), "right": theirs["place"].gather(pairs["right"])})
    among = max(left.height, right.height)
    bits = rarity(pl.concat([ours_all["name"], theirs_all["name"]]), table)
    weighed = _weighed(ours_all, theirs_all, pairs, bits, among, table)
    weighed = weighed.filter(pl.col("evidence") > REVIEW)
    chosen = with_rivals(one_to_one(weighed), weighed).with_columns(_verdict().alias("verdict")).drop("rival")
    first = _weighed(ours_all, theirs_all, sure, bits, among, table).with_columns(pl.lit("same").alias("verdict"))
    return Found(pl.concat([first, chosen]).sort("left"), plan)


def _exact(left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    """Rows alike in everything, found once on each side, and not told apart by their numbers."""
    extra = [f for f in _EXTRA if left[f].null_count() < left.height and right[f].null_count() < right.height]
    facts = [*_EXACT, *extra]
    ours, theirs = _unique(left, facts), _unique(right, facts)
    both = ours.join(theirs, on="_key", suffix="_r")
    agree = (pl.col("number") == pl.col("number_r")).fill_null(value=True)
    return both.filter(agree).select(left="_place", right="_place_r")


def _unique(side: pl.DataFrame, facts: list[str]) -> pl.DataFrame:
    known = side.select(
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("_place"), "number", pl.struct(facts).hash().alias("_key"),
        pl.all_horizontal(pl.col(f).is_not_null() for f in facts).alias("_known"),
    )  # fmt: skip
    return known.filter("_known").filter(~pl.col("_key").is_duplicated()).drop("_known")


def _others(side: pl.DataFrame, linked_places: pl.Series) -> pl.DataFrame:
    placed = side.with_columns(pl.int_range(pl.len(), dtype=pl.UInt32).alias("place"))
    return placed.join(linked_places.alias("place").to_frame(), on="place", how="anti", maintain_order="left")


def _weighed(
    left: pl.DataFrame, right: pl.DataFrame, pairs: pl.DataFrame, bits: pl.DataFrame, among: int, weights: Weights
) -> pl.DataFrame:
    levels = compared(left, right, pairs)
    names = pl.DataFrame({"l": left["name"].gather(pairs["left"]), "r": right["name"].gather(pairs["right"])})
    both = names.join(bits, left_on="l", right_on="name", how="left", maintain_order="left")
    both = both.join(bits, left_on="r", right_on="name", how="left", maintain_order="left", suffix="_r")
    rarer = both.select(pl.max_horizontal("bits", "bits_r")).to_series()
    return with_evidence(levels, rarer, among, weights)


def _verdict() -> pl.Expr:
    """`same` where the evidence is enough, the names are alike, and nobody else is as near."""
    alike = pl.col("name").cast(pl.String).is_in(LIKE_NAMES) | pl.col("name").is_null()
    alone = pl.col("rival").is_null() | (pl.col("evidence") - pl.col("rival") >= _RIVAL)
    same = (pl.col("evidence") >= SAME) & alike & alone
    return pl.when(same).then(pl.lit("same")).otherwise(pl.lit("review"))
