"""Rules asked of persons: of a whole register, or of some persons and those who share a key with them.

`index` is the person's number throughout, so that both give the same answer: whose neighbour is nearest depends on it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import polars as pl

import sosach
from sosach.findings.finding import Severity
from sosach.registers.register import Register
from sosach.rules.catalogue import rules_for
from sosach.rules.context import Context
from sosach.rules.evaluate import (
    Question,
    findings_of_rows,
    findings_of_several,
    key_columns,
    prepared,
    questions,
)
from sosach.rules.message import Headings
from sosach.rules.rule import Rule
from sosach.store.civil.beside import BIRTHS, SCHEMA, told_by_the_book

MADE_BY = f"sosach {sosach.__version__}, polars {pl.__version__}"

_PLACE = ["other_sheet", "other_row"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A typed frame with the questions that can be asked of it."""

    frame: pl.DataFrame  # `prepared`; `index` is the person
    about_one: list[Question]
    about_several: list[Question]


def asked(typed: pl.DataFrame, context: Context, headings: Mapping[str, str]) -> Asked:
    """The questions of a register, as far as the frame can answer them.

    Args:
        typed: typed frame, `index` being the person.
        context: day, register and commune.
        headings: what stands above the fields in the last file.
    """
    by_place = Headings({("", name): heading for name, heading in headings.items() if heading})
    frame, able = prepared(typed, questions(rules_asked(context.register), context, by_place))
    return Asked(frame, [q for q in able if not q.rule.together], [q for q in able if q.rule.together])


def rules_asked(register: Register) -> tuple[Rule, ...]:
    """The rules that are asked of a register in the home.

    Of the births book none: it is what the register is compared with, and its own slips show as differences.
    """
    return () if register.name == BIRTHS else rules_for(register)


def codes_about_several(register: Register) -> frozenset[str]:
    """The rules whose findings may change when another person changes."""
    return frozenset(rule.code for rule in rules_asked(register) if rule.together)


def keys(told: Asked) -> pl.DataFrame:
    """What brings persons together: `person`, `key`; one row per person and key."""
    hashes = key_columns(told.frame, told.about_several)
    parts = [
        hashes.select(pl.col("index").alias("person"), pl.col(name).alias("hash"))
        .drop_nulls()
        .with_columns(rule=pl.lit(name))
        for name in hashes.columns
        if name != "index"
    ]
    if not parts:
        return pl.DataFrame(schema={"person": pl.UInt32, "key": pl.Int64})
    key = pl.struct("rule", "hash").hash(seed=0).reinterpret(signed=True)
    return pl.concat(parts).select("person", key.alias("key"))


def found(told: Asked, row_rules_of: Collection[int] | None = None) -> pl.DataFrame:
    """The findings, but those of what was only cleaned; with `person` and `other`.

    Args:
        told: the frame; all persons who share a key with one of interest must be in it.
        row_rules_of: the persons of whom rules about one person are asked; None: of all.
    """
    frame = told.frame
    ones = frame if row_rules_of is None else frame.filter(pl.col("index").is_in(list(row_rules_of)))
    parts = [findings_of_rows(ones, told.about_one), findings_of_several(_meeting(told), told.about_several)]
    both = pl.concat(parts).filter(pl.col("severity") != Severity.INFO.value)
    places = frame.select(pl.col("sheet").alias(_PLACE[0]), pl.col("row").alias(_PLACE[1]), other="index")
    joined = both.join(places, on=_PLACE, how="left", maintain_order="left")
    return joined.with_columns(pl.col("field").fill_null("")).rename({"index": "person"})


def answers(told: Asked, register: Register, persons: Collection[int] | None = None) -> pl.DataFrame:
    """Everything that is found: by the rules, and beside the births book (`civil.beside.SCHEMA`).

    Args:
        told: the frame.
        register: whose persons they are.
        persons: of whom rules about one person, and the book, are asked; None: of all.
    """
    by_rules = found(told, persons).select(SCHEMA.keys()).cast(pl.Schema(SCHEMA))
    return pl.concat([by_rules, told_by_the_book(register, persons)])


def _meeting(told: Asked) -> pl.DataFrame:
    """The persons who share a key, with a flag per key."""
    if not told.about_several:
        return told.frame.clear()
    hashes = key_columns(told.frame, told.about_several).drop("index")
    shares = hashes.select(pl.all().is_duplicated() & pl.all().is_not_null())
    return told.frame.hstack(shares).filter(pl.any_horizontal(shares.columns))
