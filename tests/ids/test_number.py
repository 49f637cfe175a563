"""Every number's module keeps the same promises."""

from types import ModuleType

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.ids import birth_certificate, health_insurance, old_id, personal_id, phone, tax
from sosach.ids.errors import KINDS
from sosach.ids.number import Number, first_problem, passes, validated

GOOD = {
    birth_certificate: ["125/2018", " 125 / 2018 ", "Số 125/2018"],
    health_insurance: ["TE1272760970995", "te 1 27 2760970995", "2760970995", "Mã thẻ: TE1272760970995"],
    old_id: ["125128429", "125.128.429", "CMND: 125128429", "027215600001"],
    personal_id: ["027215600001", "027 215 600 001", "'027215600001", "003215600001"],
    phone: ["0999012345", "+84 999 012 345", "0999.012.345", "02229990123"],
    tax: ["0099999998", "0099999998-001"],
}
BAD = {
    birth_certificate: [("125", "format"), ("125/1234", "component"), ("", "format")],
    health_insurance: [("TEST1", "format"), ("TE127276097099", "length"), ("", "length")],
    old_id: [("12512842x", "format"), ("12512842", "length"), ("", "length")],
    personal_id: [
        ("02721560000x", "format"),
        ("27215600001", "length"),
        ("111111111111", "placeholder"),
        ("", "length"),
    ],
    phone: [("0999o12345", "format"), ("099901234", "length"), ("0699012345", "component"), ("", "length")],
    tax: [("009999999x", "format"), ("009999999", "length"), ("0000000000", "component"), ("0099999995", "checksum")],
}
MODULES = list(GOOD)
named = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rsplit(".", 1)[1])


def obeys(module: Number) -> Number:
    """Typed so that a module without one of the verbs is no argument."""
    return module


def test_modules_are_numbers_by_their_types_too():
    assert [obeys(m) for m in (birth_certificate, health_insurance, old_id, personal_id, phone, tax)]


@named
def test_good_numbers_come_back_compact(module: ModuleType):
    for text in GOOD[module]:
        compact = module.compact(text)
        assert module.is_valid(text)
        assert module.validate(text) == compact
        assert module.compact(compact) == compact


@named
def test_what_is_written_for_people_is_read_back(module: ModuleType):
    for text in GOOD[module]:
        assert module.compact(module.format(text)) == module.compact(text)


@named
def test_first_thing_wrong_is_named(module: ModuleType):
    for text, kind in BAD[module]:
        assert not module.is_valid(text)
        with pytest.raises(KINDS[kind]):
            module.validate(text)


@named
@settings(max_examples=40)
@given(text=st.text(max_size=20))
def test_any_text_is_either_valid_or_refused_with_a_kind(module: ModuleType, text: str):
    compact, problem = (
        pl.select(module.compacted(pl.lit(text)).alias("c")).select("c", module.problem(pl.col("c")).alias("p")).row(0)
    )
    assert module.is_valid(text) == (problem is None)
    if problem is None:
        assert module.validate(text) == compact
        assert module.is_valid(compact)
    else:
        with pytest.raises(KINDS[problem]):
            module.validate(text)


@named
def test_a_million_values_are_asked_like_one(module: ModuleType):
    texts = [*GOOD[module], *(text for text, _ in BAD[module])]
    frame = pl.DataFrame({"text": texts}).select(module.compacted(pl.col("text")).alias("compact"))
    problems = frame.select(module.problem(pl.col("compact"))).to_series().to_list()
    assert frame["compact"].to_list() == [module.compact(text) for text in texts]
    assert problems == [None] * len(GOOD[module]) + [kind for _, kind in BAD[module]]


@named
def test_an_article_says_what_the_number_is_who_issues_it_and_its_status(module: ModuleType):
    article = module.__doc__ or ""
    assert "What:" in article
    assert "issue" in article
    assert ">>> " in article


def test_the_first_condition_that_holds_gives_its_name():
    expr = first_problem(("format", pl.lit(False)), ("length", pl.lit(True)), ("checksum", pl.lit(True)))
    assert pl.select(expr).item() == "length"


def test_a_condition_that_cannot_be_told_does_not_hold():
    expr = first_problem(("format", pl.lit(None, dtype=pl.Boolean)), ("length", pl.lit(True)))
    assert pl.select(expr).item() == "length"


def test_scalar_verbs_are_made_of_expressions():
    def digits(text: pl.Expr) -> pl.Expr:
        return text.str.replace_all("[^0-9]", "")

    def three(compact: pl.Expr) -> pl.Expr:
        return first_problem(("length", compact.str.len_chars() != 3))

    assert validated("1-2-3", digits, three) == "123"
    assert passes("1-2-3", digits, three)
    assert not passes("1-2", digits, three)
    with pytest.raises(KINDS["length"]):
        validated("1-2", digits, three)
