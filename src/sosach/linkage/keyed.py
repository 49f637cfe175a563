"""Facts made comparable: letters keys of names, and keys without marks for bringing rows together."""

import polars as pl

from sosach.people import hamlet
from sosach.text.folding import letters_key, search_key

_NAMES = ("name", "mother", "father", "guardian")


def keyed(facts: pl.DataFrame) -> pl.DataFrame:
    """The facts with names as letters keys, places as search keys, and `name0`, `mother0`, `father0`, `guardian0`."""
    made = facts.with_columns(_keys(facts, name, letters_key).alias(name) for name in _NAMES)
    bare = [_keys(facts, name, search_key).alias(f"{name}0") for name in _NAMES]
    places = [_keys(facts, "commune", search_key), _hamlets(facts["hamlet"])]
    return made.with_columns(*bare, *places)


def _keys(facts: pl.DataFrame, name: str, key) -> pl.Series:  # type: ignore[no-untyped-def]
    distinct = facts.select(name).drop_nulls().unique()
    keys = distinct.with_columns(key(pl.col(name)).alias("key"))
    return facts.select(name).join(keys, on=name, how="left", maintain_order="left")["key"].alias(name)


def _hamlets(hamlets: pl.Series) -> pl.Series:
    distinct = hamlets.drop_nulls().unique()
    keys = hamlet.read(distinct)["key"]
    return hamlets.replace_strict(distinct, keys, default=None, return_dtype=pl.String)
