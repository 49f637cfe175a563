"""Whose row is it? By record code, by number, then by everything that is known; what is not certain waits.

A code or number that leads to somebody with another name and another birth date is no proof: codes are given out anew
and numbers copied from the line above. Such a row waits for a person's word.
"""

import polars as pl

from sosach.linkage.facts import facts_of
from sosach.linkage.links import linked
from sosach.text.folding import search_key

# How a row of the file ended.
NEW, KNOWN, WAITING, REJECTED, DUPLICATE = "new", "known", "waiting", "rejected", "duplicate_in_file"

_SCHEMA = pl.Schema({"index": pl.UInt32, "person": pl.UInt32, "why": pl.String})


def matched(rows: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """Lays rows and persons together.

    Args:
        rows: typed frame of the file.
        persons: typed frame of the register, `index` being the person.

    Returns:
        One row per row of the file: `index`, `ending`, `person` (whose row it is, or for a waiting one whose it may be;
        null otherwise), `why` it waits.
    """
    keyed = _keys(rows)
    known = _keys(persons)
    twice = keyed.filter(pl.col("told").is_not_null() & ~pl.col("told").is_first_distinct()).select("index")
    nobody = keyed.filter(pl.all_horizontal(pl.col("code", "number", "name").is_null())).select("index")
    left = keyed.join(twice, on="index", how="anti").join(nobody, on="index", how="anti")
    found = _by(left, known, "code")
    left, known = _rest(left, known, found)
    found = pl.concat([found, _by(left, known, "number")])
    left, known = _rest(left, known, found)
    found = pl.concat([found, _by_everything(rows, persons, left, known)])
    ending = (
        pl.when(pl.col("index").is_in(twice["index"].implode())).then(pl.lit(DUPLICATE))
        .when(pl.col("index").is_in(nobody["index"].implode())).then(pl.lit(REJECTED))
        .when(pl.col("why").is_not_null()).then(pl.lit(WAITING))
        .when(pl.col("person").is_not_null()).then(pl.lit(KNOWN))
        .otherwise(pl.lit(NEW))
    )  # fmt: skip
    whole = rows.select("index").join(found, on="index", how="left", maintain_order="left")
    return whole.with_columns(ending.alias("ending")).select("index", "ending", "person", "why")


def _keys(frame: pl.DataFrame) -> pl.DataFrame:
    """What rows are found by, and `told`: everything the row says, for rows that stand twice."""
    have = set(frame.columns)

    def field(name: str) -> pl.Expr:
        return pl.col(name) if name in have else pl.lit(None, dtype=pl.String)

    name = pl.coalesce(field("full_name"), field("full_name__raw"))
    said = [c for c in frame.columns if c.endswith("__raw")]
    told = pl.when(field("record_code").is_not_null()).then(pl.struct(said).hash(seed=0))
    return frame.select(
        "index",
        field("record_code").alias("code"),
        field("personal_id").alias("number"),
        search_key(name).alias("name"),
        field("birth_date").alias("birth_date"),
        told.alias("told"),
    )


def _by(rows: pl.DataFrame, persons: pl.DataFrame, key: str) -> pl.DataFrame:
    """Rows and persons with the same key, which must be nobody else's on either side."""
    alone = ~pl.col(key).is_duplicated() & pl.col(key).is_not_null()
    both = rows.filter(alone).join(persons.filter(alone), on=key, suffix="_p")
    alike = (pl.col("name") == pl.col("name_p")) | (pl.col("birth_date") == pl.col("birth_date_p"))
    unknown = pl.any_horizontal(pl.col("name", "name_p").is_null())
    sure = (alike | unknown).fill_null(value=True)
    if key == "code":
        sure = sure | (pl.col("number") == pl.col("number_p")).fill_null(value=False)
    why = pl.when(~sure).then(pl.lit(f"{key}_taken"))
    return both.select("index", pl.col("index_p").alias("person"), why.alias("why")).cast(_SCHEMA)


def _by_everything(rows: pl.DataFrame, persons: pl.DataFrame, left: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """What is still open on both sides, by linkage."""
    if left.is_empty() or known.is_empty():
        return pl.DataFrame(schema=_SCHEMA)
    ours = rows.join(left.select("index"), on="index", how="semi", maintain_order="left")
    theirs = persons.join(known.select("index"), on="index", how="semi", maintain_order="left")
    pairs = linked(facts_of(ours), facts_of(theirs)).pairs
    why = pl.when(pl.col("verdict") != "same").then(pl.lit("unsure"))
    return pl.DataFrame(
        {"index": ours["index"].gather(pairs["left"]), "person": theirs["index"].gather(pairs["right"])}
    ).with_columns(pairs.select(why.alias("why")).to_series()).cast(_SCHEMA)  # fmt: skip


def _rest(rows: pl.DataFrame, persons: pl.DataFrame, found: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    still = rows.join(found, on="index", how="anti", maintain_order="left")
    taken = found.select(pl.col("person").alias("index"))
    return still, persons.join(taken, on="index", how="anti", maintain_order="left")
