"""Rules asked of frames: each row for itself, rows that share a key together, and always with the same answer."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.cleaning.frame import Cleaning, typed
from sosach.population.injured import injured
from sosach.population.population import population
from sosach.registers.catalogue import registers
from sosach.rules import evaluate
from sosach.rules.catalogue import rules_for
from sosach.rules.context import Context
from sosach.rules.evaluate import (
    FOUND_SCHEMA,
    Question,
    fields_asked,
    findings_of_rows,
    findings_of_several,
    key_columns,
    key_name,
    prepared,
    questions,
)
from sosach.rules.message import Headings
from tests.rules.tools import findings, raw_frame

ON = date(2026, 6, 18)
CHILDREN = registers()["children"]
ASKED = questions(rules_for(CHILDREN), Context(on=ON, register=CHILDREN), Headings())

AN = {
    "full_name": "Lê Văn An",
    "birth_date": "5/3/2015",
    "sex": "Nam",
    "personal_id": "027215600001",
    "mother_name": "Lê Thị Tơ",
    "father_name": "Lê Văn Tý",
    "hamlet": "Gò Me",
}
BINH = {**AN, "full_name": "Trần Thị Bình", "sex": "Nữ", "birth_date": "6/7/2014", "mother_name": "Lý Thị Lụa"}


def about_several(able: list[Question]) -> list[Question]:
    return [q for q in able if q.rule.together]


def all_findings(frame: pl.DataFrame) -> pl.DataFrame:
    frame, able = prepared(frame, ASKED)
    alone = findings_of_rows(frame, [q for q in able if not q.rule.together])
    found = pl.concat([alone, findings_of_several(frame, about_several(able))])
    return found.sort("index", "rule", "field", nulls_last=True)


@pytest.fixture(scope="module")
def commune() -> pl.DataFrame:
    """A made-up register, cleaned, with every kind of harm done to it."""
    truth = population(260, 11, ON).of("children")
    cells = injured(truth, "children", 11, tuple(CHILDREN.by_name)).cells.drop("person", "home")
    rows = [{k: v for k, v in row.items() if v is not None} for row in cells.to_dicts()]
    return typed(raw_frame(rows), Cleaning(register=CHILDREN, on=ON))


def test_a_rule_is_not_asked_of_a_file_without_its_columns() -> None:
    frame, able = prepared(typed(raw_frame([{"full_name": "Lê Lan"}]), Cleaning(register=CHILDREN, on=ON)), ASKED)
    codes = {q.rule.code for q in able}
    assert "full_name_missing" in codes
    assert "sex_missing" not in codes
    assert findings_of_rows(frame.clear(), able).schema == pl.Schema(FOUND_SCHEMA)


def test_nobody_answers_for_the_empty_frame() -> None:
    assert findings_of_several(pl.DataFrame(), []).is_empty()


def test_two_rows_with_one_number_meet_though_every_cell_is_tidy() -> None:
    found = findings([AN, BINH], codes={"personal_id_shared"})
    assert [(f["row"], f["other_row"]) for f in found] == [(5, 6), (6, 5)]


def test_a_louder_rule_silences_the_same_pair_only() -> None:
    twice = findings([AN, AN, BINH], codes={"row_same_person", "personal_id_shared"})
    assert {(f["rule"], f["row"]) for f in twice} == {
        ("row_same_person", 5),
        ("row_same_person", 6),
        ("personal_id_shared", 5),
        ("personal_id_shared", 6),
        ("personal_id_shared", 7),
    }


def test_a_crowd_gives_every_row_one_finding(monkeypatch) -> None:
    monkeypatch.setattr(evaluate, "CROWD", 4)
    monkeypatch.setattr(evaluate, "NEIGHBOURS", 1)
    names = ["An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh"]
    rows = [{**BINH, "full_name": f"Trần Thị {name}", "birth_date": f"{i + 1}/2/2014"} for i, name in enumerate(names)]
    found = findings(rows, codes={"personal_id_shared"})
    assert [f["row"] for f in found] == list(range(5, 12))


def test_a_null_part_of_a_key_brings_nothing_together() -> None:
    frame = typed(raw_frame([{"full_name": "Lê Lan", "personal_id": None}] * 2), Cleaning(register=CHILDREN, on=ON))
    frame, able = prepared(frame, ASKED)
    shared = next(q for q in able if q.rule.code == "personal_id_shared")
    assert key_columns(frame, [shared])[key_name(shared, 0)].null_count() == 2


def test_fields_asked_are_fields_of_the_register() -> None:
    assert {"full_name", "personal_id", "mother_name"} <= fields_asked(about_several(list(ASKED)))
    places, others = {"sheet", "row"}, {"category", "decision_no"}  # the last are of beneficiaries
    assert fields_asked(about_several(list(ASKED))) - places - others <= set(CHILDREN.by_name)


def test_rows_in_other_company_are_told_the_same(commune: pl.DataFrame) -> None:
    """Row rules look at nothing but their row."""
    frame, able = prepared(commune, ASKED)
    alone = [q for q in able if not q.rule.together]
    parts = [findings_of_rows(part, alone) for part in frame.iter_slices(41)]
    assert pl.concat(parts).equals(findings_of_rows(frame, alone), null_equal=True)


@settings(max_examples=25, deadline=None)
@given(place=st.integers(0, 10_000))
def test_the_few_who_share_a_key_with_a_person_settle_the_findings_of_that_person(commune, place: int) -> None:
    """After one decision only these rows are computed again."""
    frame, able = prepared(commune, ASKED)
    person = commune["index"][place % commune.height]
    keys = key_columns(frame, about_several(able))
    own = keys.filter(pl.col("index") == person)
    shares = [pl.col(name) == own[name].item() for name in keys.columns if name != "index" and own[name].item()]
    near = keys.filter(pl.any_horizontal(pl.col("index") == person, *shares))["index"]
    again = all_findings(commune.filter(pl.col("index").is_in(near.implode())))
    mine = pl.col("index") == person
    assert again.filter(mine).equals(all_findings(commune).filter(mine), null_equal=True)
