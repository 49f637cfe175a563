"""Sentences are filled row by row, and never swallowed by an empty word."""

from datetime import date

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.registers.catalogue import registers
from sosach.rules.context import Context
from sosach.rules.message import UNVERIFIED_NOTE, Headings, placeholders, sentence, words_asked
from sosach.rules.rule import Variant, rule

CONTEXT = Context(on=date(2026, 6, 18), register=registers()["children"])
FRAME = pl.DataFrame(
    {
        "sheet": ["A", "B"],
        "row": [5, 9],
        "sex": ["female", None],
        "birth_date": ["2018-03-05", None],
        "full_name__raw": ["x" * 60, None],
        "sheet__other": ["A", "A"],
        "row__other": [7, 8],
    }
)


def said(template: str, headings: Headings | None = None, **facts: object) -> list[str]:
    variant = Variant(message=template, suggestion=pl.col("birth_date"))
    shared = {
        "label": "x",
        "severity": Severity.INFO,
        "group": Group.OTHER,
        "broken": pl.lit(value=True),
        "field": "full_name",
        "next_step": "x",
        "reason": "x",
    }
    made = rule("sosach.rules.a", variants=(variant,), **{**shared, **facts})
    return FRAME.select(sentence(made, variant, CONTEXT, headings or Headings()).alias("said"))["said"].to_list()


def test_words_are_filled_in_and_what_is_unknown_says_so() -> None:
    assert said("Giới tính {sex}, sinh năm {birth_year}.") == [
        "Giới tính nữ, sinh năm 2018.",
        "Giới tính …, sinh năm ….",
    ]


def test_a_value_is_quoted_and_cut() -> None:
    assert said("Ô ghi “{value}”.")[0] == f"Ô ghi “{'x' * 39}…”."


def test_the_day_the_person_and_the_column() -> None:
    assert said("{person} / {on} / {column}")[0] == "trẻ / 18/06/2026 / Họ và tên"


def test_headings_differ_from_sheet_to_sheet() -> None:
    headings = Headings({("A", "full_name"): "Tên trẻ", ("B", "full_name"): "Họ tên bé"})
    assert said("{column}", headings) == ["Tên trẻ", "Họ tên bé"]


def test_another_row_is_named_with_its_sheet_where_that_differs() -> None:
    assert said("{other_at}") == ["dòng 7", "dòng 8, trang tính “A”"]


def test_own_words_come_before_the_standard_ones() -> None:
    assert said("{sex}", words={"sex": pl.lit("?")})[0] == "?"


def test_a_suggestion_is_said_as_people_write_it() -> None:
    assert said("Nên ghi {suggestion}.", field="birth_date")[0] == "Nên ghi 05/03/2018."


def test_law_not_yet_checked_is_said_to_be_so() -> None:
    assert said("Sai.", unverified=True)[0] == f"Sai{UNVERIFIED_NOTE}."


def test_what_a_sentence_asks_for() -> None:
    assert placeholders("{a} và {b}, {a}") == ("a", "b", "a")
    assert words_asked(pl.col("x") + pl.col("y"), CONTEXT) == {"x", "y"}
