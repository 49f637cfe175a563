"""Splink learns the weights from the registers themselves: nobody has to tell it who is who.

How often two persons agree by chance (`u`) is counted on random pairs. How often one person agrees with himself (`m`)
is found by expectation maximisation among rows that share a key, each time for the facts that are not in the key. The
same rows in the same order give the same model: samples are drawn by a hash of a row's number and a seed, and what is
learnt is rounded.
"""

import math
from collections.abc import Mapping
from importlib.metadata import version
from statistics import fmean

import polars as pl
from splink import Linker
from splink.internals.exceptions import SplinkException

from sosach.engines.splink_columns import Case
from sosach.engines.splink_levels import blocked, conditions
from sosach.engines.splink_model import Level, Model
from sosach.engines.splink_session import comparison, linker
from sosach.linkage.blocking import Key, key_columns, sharing
from sosach.linkage.names import ALIKE
from sosach.linkage.weights import Weights

SEED = 1979
RANDOM_PAIRS = 2_000_000
PAIRS_PER_KEY = 2_000_000

# What rows share when they are compared for learning, from much to little: persons of one birth date, to learn of names
# and everything else, and of one name, to learn of dates. Sisters and brothers share neither: what a family has in
# common would else be learnt as being one person.
_LADDERS = (
    (("birth_date", "commune", "hamlet"), ("birth_date", "commune"), ("birth_date",)),
    (("name0", "commune"), ("name0",), ("given0",)),
)

# A key must bring together at least so many pairs per row of the smaller register, or all of them may be one person:
# what is there to tell from that. (Splink would divide by a chance of zero.)
_PER_ROW = 1.2

# An agreement that chance brought about less often than this in the sample is not learnt; and one person differs from
# himself in any way at least once in ten thousand pairs.
_SEEN = 10
_LEAST_M = 1e-4
_UNSEEN_U = 1e-6  # what Splink takes for the chance of an agreement that no random pair showed

Shares = Mapping[str, Mapping[str, float]]  # by fact and level; a level that was not seen is not there


def trained(case: Case, weights: Weights, random_pairs: int = RANDOM_PAIRS) -> Model:
    """A model learnt from two registers; what could not be learnt has the weight of the built-in table.

    Args:
        case: the registers.
        weights: the built-in table.
        random_pairs: pairs by which chance is measured; more take longer and show rarer agreements.
    """
    chance = _by_chance(case, random_pairs)
    of_persons = [learnt for key in _keys(case) if (learnt := _of_persons(case, key, chance))]
    made = {}
    for fact in case.facts:
        shares = [learnt[fact] for learnt in of_persons if fact in learnt]
        m = (
            {level: fmean(each[level] for each in shares) for level in set.intersection(*map(set, shares))}
            if shares
            else {}
        )
        sample = random_pairs * math.prod(_known(side, fact) for side in case.frames)
        made[fact] = _levels(fact, m, _of_two(chance[fact], m, case, sample), weights)
    rows = {"left": case.sides.left.height, "right": case.sides.right.height}
    return Model(made, {**rows, "seed": SEED, **{name: version(name) for name in ("splink", "duckdb")}})


def _by_chance(case: Case, random_pairs: int) -> Shares:
    """How often random pairs are at each level."""
    with linker(case.frames, [comparison(fact) for fact in case.facts], **_prior(case)) as (engine, _):
        engine.training.estimate_u_using_random_sampling(max_pairs=random_pairs, seed=SEED, num_chunks=1)
        return _shares(engine, "u_probability")


def _of_persons(case: Case, key: tuple[str, ...], chance: Shares) -> Shares:
    """How often pairs of one person are at each level, of facts that are not in the key; empty if it cannot be told.

    Every key is learnt from by itself: Splink fails when a share that is as good as zero after one key is to be
    bettered by another.
    """
    told = {
        fact: {level: {"u_probability": chance[fact].get(level, _UNSEEN_U)} for level in conditions(fact)}
        for fact in case.facts
    }
    with linker(case.frames, [comparison(fact, told[fact]) for fact in case.facts], **_prior(case)) as (engine, _):
        try:
            engine.training.estimate_parameters_using_expectation_maximisation(
                blocked([_column(fact) for fact in key]),
                estimate_without_term_frequencies=True,
                max_pairs=PAIRS_PER_KEY,
            )
        except (ValueError, SplinkException):
            return {}
        return {fact: shares for fact, shares in _shares(engine, "m_probability").items() if shares}


def _prior(case: Case) -> dict[str, object]:
    return {"probability_two_random_records_match": 1 / (1 + case.sides.among)}


def _keys(case: Case) -> list[tuple[str, ...]]:
    """The first rung of each ladder that brings enough rows together."""
    rows = key_columns(case.sides)
    least = _PER_ROW * min(side.height for side in rows)
    wide = [next((rung for rung in ladder if _pairs(rows, rung) >= least), None) for ladder in _LADDERS]
    return [rung for rung in wide if rung]


def _pairs(rows: tuple[pl.DataFrame, pl.DataFrame], facts: tuple[str, ...]) -> int:
    ours, theirs = (side.group_by("key").len() for side in sharing(*rows, Key(facts, 0)))
    return int(ours.join(theirs, on="key").select((pl.col("len").cast(pl.Int64) * pl.col("len_right")).sum()).item())


def _column(of_key: str) -> str:
    """The column of `splink_columns` that a fact of a key is."""
    return "name_last" if of_key == "given0" else f"{of_key[:-1]}_bare" if of_key.endswith("0") else of_key


def _shares(engine: Linker, kind: str) -> dict[str, dict[str, float]]:
    """What was learnt, by fact and level."""
    return {
        told["output_column_name"]: {
            level["label_for_charts"]: level[kind] for level in told["comparison_levels"] if kind in level
        }
        for told in engine.misc.save_model_to_json()["comparisons"]
    }


def _of_two(chance: Mapping[str, float], m: Mapping[str, float], case: Case, sample: float) -> dict[str, float]:
    """How often two persons are at each level: random pairs without those which are one person, the rarest left out."""
    one = 1 / max(case.sides.among, 2)
    apart = {level: (u - one * m.get(level, 0.0)) / (1 - one) for level, u in chance.items()}
    return {level: u for level, u in apart.items() if u * sample >= _SEEN}


def _known(side: pl.DataFrame, fact: str) -> float:
    """The share of persons of whom the fact is known."""
    column = side["commune" if fact == "place" else fact]
    return 1 - column.null_count() / max(column.len(), 1)


def _levels(fact: str, m: Mapping[str, float], u: Mapping[str, float], weights: Weights) -> dict[str, Level]:
    """The weights of a fact; those of names that are alike are what is added to their rarity.

    Of names that are not alike nothing is learnt: twins have everything in common but the name, and would be taken for
    one child.
    """
    rarity = min(-math.log2(u["same"]), weights["rarity"]["most"]) if "same" in u else 0.0
    made = {}
    for name, fixed in weights[fact].items():
        if name not in m or name not in u or (fact == "name" and name not in ALIKE):
            made[name] = Level(fixed)
            continue
        one, two = float(f"{max(m[name], _LEAST_M):.4g}"), float(f"{u[name]:.4g}")
        own = (-math.log2(two) if name == "same" else rarity) if fact == "name" else 0.0
        made[name] = Level(round(math.log2(one / two) - own, 2), one, two)
    return made
