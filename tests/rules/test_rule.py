"""A rule bears the name of its file."""

from datetime import date

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.registers.catalogue import registers
from sosach.rules.context import Context
from sosach.rules.rule import Rule, Variant, asked, rule

CONTEXT = Context(on=date(2026, 6, 18), register=registers()["children"])


def made(**facts: object) -> Rule:
    shared = {
        "label": "Thử",
        "severity": Severity.WARNING,
        "group": Group.OTHER,
        "field": "note",
        "broken": pl.col("note").is_not_null(),
        "next_step": "Xem.",
        "reason": "Để thử.",
    }
    return rule("sosach.rules.person.name_odd", **{**shared, **facts})  # type: ignore[arg-type]  # facts by name


def test_a_rule_is_called_after_its_file() -> None:
    assert made(message="Lạ.").code == "name_odd"


def test_a_rule_about_a_relative_carries_the_relative() -> None:
    assert made(message="Lạ.", who="father").code == "father_name_odd"


def test_one_sentence_is_one_variant() -> None:
    assert made(message="Lạ.").variants == (Variant(message="Lạ."),)
    several = (Variant(message="A.", when=pl.lit(value=True)), Variant(message="B."))
    assert made(variants=several).variants == several


def test_a_question_may_depend_on_the_circumstances() -> None:
    year = asked(lambda context: pl.lit(context.on.year), CONTEXT)
    assert pl.select(year).item() == 2026
    fixed = pl.col("a")
    assert asked(fixed, CONTEXT) is fixed
