"""The list of what has to be settled: a line per error or warning, by hamlet, household and person."""

import polars as pl

from sosach.findings.finding import CERTAINTY_LABELS, SEVERITY_LABELS, Severity
from sosach.findings.wording import shown
from sosach.outputs.checked import Checked
from sosach.outputs.figures import PLACE, hamlet_order, problems
from sosach.outputs.hamlets import hamlet_names
from sosach.outputs.rule_words import label, next_step
from sosach.outputs.shown import discreet, discreet_message, shown_values
from sosach.registers.field import Kind
from sosach.text.collation import person_key, sort_key

# Excel's last row is 1,048,576; the heading takes one.
MOST_LINES = 1_048_575


def todo(checked: Checked) -> pl.DataFrame:
    """The lines in order, with `band`, which changes from household to household."""
    names = ("hamlet", "household_code", "household_head", "full_name", "birth_date")
    people = checked.records.select(*PLACE, *(checked.field(name) for name in names))
    people = people.with_columns(pl.col("hamlet").replace(hamlet_names(checked)))
    lines = (
        problems(checked.findings).join(people, on=PLACE, how="left").with_columns(_household(), *_sentences(checked))
    )
    ordered = lines.with_columns(_home()).sort(*_order(), nulls_last=True, maintain_order=True).head(MOST_LINES)
    same = (pl.col("home") == pl.col("home").shift()) & pl.col("hamlet").eq_missing(pl.col("hamlet").shift())
    return ordered.with_columns((~same.fill_null(value=False)).cum_sum().mod(2).alias("band")).collect()


def _household() -> pl.Expr:
    """The household as it is printed."""
    printed = pl.concat_str("household_code", "household_head", separator=" – ", ignore_nulls=True)
    return printed.replace("", None).alias("household")


def _home() -> pl.Expr:
    """What holds a household's lines together; without a household every person is alone."""
    alone = pl.format("{}/{}", pl.col("sheet"), pl.col("row"))
    return pl.coalesce("household_code", "household_head", alone).alias("home")


def _order() -> tuple[pl.Expr, ...]:
    """Hamlet, household, given name as Vietnamese lists have it; a person's errors before the warnings."""
    return (
        hamlet_order(pl.col("hamlet")),
        sort_key(pl.col("home")),
        person_key(pl.col("full_name")),
        pl.col("sheet"),
        pl.col("row"),
        pl.col("severity") != Severity.ERROR,
    )


def _sentences(checked: Checked) -> tuple[pl.Expr, ...]:
    field = pl.col("field")
    suggestion = shown_values(pl.col("suggestion"), field, checked.register)
    return (
        pl.col("severity").replace(SEVERITY_LABELS).alias("severity_word"),
        label(pl.col("rule"), checked.register).alias("label"),
        discreet_message(pl.col("message"), field).alias("message"),
        discreet(pl.col("value"), field).alias("value"),
        discreet(suggestion, field).alias("suggestion"),
        pl.col("certainty").replace(CERTAINTY_LABELS).alias("certainty_word"),
        next_step(pl.col("rule"), checked.register).alias("next_step"),
        shown(pl.col("birth_date"), Kind.DATE).alias("birth_date_shown"),
    )
