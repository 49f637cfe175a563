"""Precision and recall on four public sets of made-up Australians with known truth (data/febrl, FEBRL 1 to 4).

    python febrl.py [--only 1,2,3,4]

What is generic in the linker is asked here: keys, levels, evidence, clusters, one to one. Weights, thresholds and verdicts
are those for Vietnamese children, unchanged: no mother and no father is known of anybody, given names and family names are
misspelt in other ways, and one person in five has several errors at once. The number (`soc_sec_id`) is used as a number of
twelve digits with zeros in front, the suburb as the commune, the street as the hamlet.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import polars as pl

from sosach.linkage.duplicates import duplicates
from sosach.linkage.facts import SCHEMA
from sosach.linkage.links import linked

DATA = Path(__file__).resolve().parent / "data" / "febrl"
c = pl.col


def facts(name: str) -> pl.DataFrame:
    """A set as facts; `row` is the number of the person, the same for an original and its copies."""
    read = pl.read_csv(DATA / f"{name}.csv.gz", infer_schema=False).rename(str.strip)
    read = read.select(c(pl.String).str.strip_chars()).with_columns(
        pl.when(c(pl.String) != "").then(c(pl.String)).name.keep()
    )
    day = c("date_of_birth").str.to_date("%Y%m%d", strict=False).dt.strftime("%Y-%m-%d")
    person = pl.concat_str("surname", "given_name", separator=" ", ignore_nulls=True).str.to_titlecase()
    known = {
        "index": pl.int_range(pl.len(), dtype=pl.UInt32), "sheet": pl.lit(""), "row": c("rec_id").str.extract(r"rec-(\d+)").cast(pl.Int64),
        "name": pl.when(person != "").then(person), "birth_date": day, "number": c("soc_sec_id").str.zfill(12), "number_padded": pl.lit(False),
        "commune": c("suburb"), "hamlet": c("address_1"),
    }  # fmt: skip
    empty = {fact: pl.lit(None, dtype=dtype) for fact, dtype in SCHEMA.items() if fact not in known}
    return read.select(**known, **empty).select(*SCHEMA)


def pairs_within(people: pl.DataFrame) -> pl.DataFrame:
    """The true pairs of one set, by position."""
    placed = people.select(i="index", row="row")
    return placed.join(placed, on="row", suffix="_r").filter(c("i") < c("i_r")).select(a="i", b="i_r")


def figures(said: pl.DataFrame, true: pl.DataFrame) -> tuple[float, float]:
    """Precision and recall of pairs."""
    right = said.join(true, on=true.columns).height
    return right / max(1, said.height), right / true.height


def within(name: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What is found in a set, and what is true."""
    people = facts(name)
    return duplicates(people).pairs, pairs_within(people)


def between() -> tuple[pl.DataFrame, pl.DataFrame]:
    """What is found between the two files of FEBRL 4, and what is true."""
    left, right = facts("dataset4a"), facts("dataset4b")
    true = (
        left.select(left="index", row="row")
        .join(right.select(right="index", row="row"), on="row")
        .select("left", "right")
    )
    return linked(left, right).pairs, true


def table(only: list[str]) -> str:
    """Precision and recall by set, in Markdown: of the verdict `same`, of pairs more likely one person than two, of all."""
    head = [
        "set",
        "true pairs",
        "`same`: precision",
        "recall",
        "p ≥ 0.5: precision",
        "recall",
        "asked about, too: recall",
    ]
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    for number in only:
        found, true = between() if number == "4" else within(f"dataset{number}")
        same, likely = found.filter(c("verdict") == "same"), found.filter(c("probability") >= 0.5)
        told = [*figures(same, true), *figures(likely, true), figures(found, true)[1]]
        lines.append(f"| FEBRL {number} | {true.height:,} | {' | '.join(f'{figure:.4f}' for figure in told)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--only", default="1,2,3,4")
    print(table(ap.parse_args().only.split(",")))
