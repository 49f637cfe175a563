"""One to one: nobody is linked twice, the strongest evidence first.

Measured on made-up registers with sisters, brothers and twins: this lifts precision more than any choice of model.
"""

import polars as pl

_ROUNDS = 1_000  # of taking the best of what is left; a handful is enough in practice


def one_to_one(pairs: pl.DataFrame, left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    """The pairs that remain when every `left` and every `right` may stand once.

    Equal evidence is decided by what the persons' facts are, so that neither the order of the rows nor the side they
    stand on makes a difference.

    Args:
        pairs: `left`, `right`, `evidence`, each pair once.
        left: facts of the left register; `left` is a position in it.
        right: facts of the right register.
    """
    ordered = _ordered(pairs, left, right)
    taken: list[pl.DataFrame] = []
    for _ in range(_ROUNDS):
        if ordered.is_empty():
            break
        best = (pl.int_range(pl.len()).over("left") == 0) & (pl.int_range(pl.len()).over("right") == 0)
        chosen = ordered.filter(best)
        taken.append(chosen)
        ordered = ordered.join(chosen, on="left", how="anti", maintain_order="left")
        ordered = ordered.join(chosen, on="right", how="anti", maintain_order="left")
    return pl.concat(taken) if taken else pairs.clear()


def _ordered(pairs: pl.DataFrame, left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
    tied = pl.struct("left", "evidence").is_duplicated() | pl.struct("right", "evidence").is_duplicated()
    is_tied = pairs.select(tied.alias("tied")).to_series()
    untied = pairs.filter(~is_tied).with_columns(low=pl.lit(0, dtype=pl.UInt64), high=pl.lit(0, dtype=pl.UInt64))
    ties = pairs.filter(is_tied)
    sides = pl.DataFrame({"l": _of_content(left, ties["left"]), "r": _of_content(right, ties["right"])})
    ties = ties.hstack(sides.select(low=pl.min_horizontal("l", "r"), high=pl.max_horizontal("l", "r")))
    keys = ["evidence", "low", "high", "left", "right"]
    ordered = pl.concat([untied, ties]).sort(keys, descending=[True, False, False, False, False])
    return ordered.drop("low", "high")


def _of_content(facts: pl.DataFrame, places: pl.Series) -> pl.Series:
    """A number made of everything that is known of a person."""
    known = facts.drop("index", "sheet", "row")[places]
    return known.select(pl.struct(pl.all()).hash(seed=5)).to_series()
