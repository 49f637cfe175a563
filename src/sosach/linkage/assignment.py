"""One to one: nobody is linked twice, the strongest evidence first.

Measured on made-up registers with sisters, brothers and twins: this lifts precision more than any choice of model.
"""

import polars as pl

_ROUNDS = 50  # of taking the best of what is left; three or four are enough in practice


def one_to_one(pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs that remain when every `left` and every `right` may stand once; `rival` is the best evidence given up.

    Args:
        pairs: `left`, `right`, `evidence`; equal evidence is decided by the order of the rows.
    """
    ordered = pairs.sort(["evidence", "left", "right"], descending=[True, False, False])
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


def with_rivals(chosen: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The chosen pairs with `rival`: the best evidence of another pair of the same left or right person, null if none."""
    others = pairs.join(chosen.select("left", "right"), on=["left", "right"], how="anti")
    by_left = others.group_by("left").agg(pl.col("evidence").max().alias("rival_left"))
    by_right = others.group_by("right").agg(pl.col("evidence").max().alias("rival_right"))
    made = chosen.join(by_left, on="left", how="left", maintain_order="left").join(
        by_right, on="right", how="left", maintain_order="left"
    )
    return made.with_columns(pl.max_horizontal("rival_left", "rival_right").alias("rival")).drop(
        "rival_left", "rival_right"
    )
