"""Rules asked of frames: each row for itself, rows that share a key together, and always with the same answer."""

from datetime import date
from functools import cache

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from sosach.cleaning.frame import Cleaning, typed
from sosach.findings.finding import Certainty, Group, Severity
from sosach.registers.catalogue import registers
from sosach.rules import evaluate
from sosach.rules.catalogue import rules_for
from sosach.rules.context import Context
from sosach.rules.evaluate import (
    FOUND_SCHEMA,
    Question,
    common_part,
    fields_asked,
    findings_of_rows,
    findings_of_several,
    key_columns,
    key_name,
    part_columns,
    prepared,
    questions,
)
from sosach.rules.message import Headings
from sosach.rules.rule import Variant, rule
from tests.rules.made_up import made_up_register, meeting_rows
from tests.rules.tools import findings, raw_frame

ON = date(2026, 6, 18)
CHILDREN = registers()["children"]

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


REGISTERS = ("children", "beneficiaries", "births")

FEW = settings(max_examples=10)
MANY = settings(max_examples=150)


@cache
def asked_of(register: str) -> tuple[Question, ...]:
    book = registers()[register]
    return questions(rules_for(book), Context(on=ON, register=book), Headings())


ASKED = asked_of("children")


def about_several(able: list[Question]) -> list[Question]:
    return [q for q in able if q.rule.together]


def cleaned(raw: pl.DataFrame, register: str) -> pl.DataFrame:
    return typed(raw, Cleaning(register=registers()[register], on=ON))


def all_findings(frame: pl.DataFrame, register: str) -> pl.DataFrame:
    frame, able = prepared(frame, asked_of(register))
    alone = findings_of_rows(frame, [q for q in able if not q.rule.together])
    found = pl.concat([alone, findings_of_several(frame, about_several(able))])
    return found.sort("index", "rule", "field", nulls_last=True)


def who_share_a_key_with(person: int, frame: pl.DataFrame, register: str) -> pl.DataFrame:
    """The person's row and the rows that share a key with it, as a store of keys would find them."""
    prepared_frame, able = prepared(frame, asked_of(register))
    keys = key_columns(prepared_frame, about_several(able))
    own = keys.row(by_predicate=pl.col("index") == person, named=True)
    shares = [pl.col(name) == value for name, value in own.items() if name != "index" and value is not None]
    return frame.filter(keys.select(pl.any_horizontal(pl.col("index") == person, *shares)).to_series())


def assert_few_settle(person: int, frame: pl.DataFrame, whole: pl.DataFrame, register: str) -> None:
    again = all_findings(who_share_a_key_with(person, frame, register), register)
    mine = pl.col("index") == person
    assert_frame_equal(again.filter(mine), whole.filter(mine))


@pytest.fixture(scope="module")
def commune() -> pl.DataFrame:
    """A made-up register, cleaned, with every kind of harm done to it."""
    return cleaned(made_up_register("children", 260, 11), "children")


def made_up_rule(code: str, broken: pl.Expr, *variants: Variant, **facts: object) -> Question:
    shared = {"label": "Thử", "severity": Severity.WARNING, "group": Group.OTHER, "next_step": "Xem.", "reason": "Thử."}
    spoken = variants or (Variant(message=f"{code}."),)
    made = rule(f"tests.{code}", broken=broken, variants=spoken, **{"field": "note", **shared, **facts})  # type: ignore[arg-type]
    return Question(made, Context(on=ON, register=CHILDREN), Headings())


def said_of(notes: list[str | None], *asked: Question) -> list[dict[str, object]]:
    frame, able = prepared(cleaned(raw_frame([{"note": note} for note in notes]), "children"), asked)
    return findings_of_rows(frame, able).to_dicts()


NOTE = pl.col("note")


def test_null_breaks_no_rule() -> None:
    assert [f["row"] for f in said_of(["a", None, "b"], made_up_rule("odd", NOTE != "b"))] == [5]


def test_a_louder_rule_silences_another_on_its_rows_only() -> None:
    loud = made_up_rule("loud", NOTE == "a")
    quiet = made_up_rule("quiet", NOTE.is_not_null(), yields_to=("loud",))
    for asked in ((loud, quiet), (quiet, loud)):
        assert [(f["row"], f["rule"]) for f in said_of(["a", "b"], *asked)] == [(5, "loud"), (6, "quiet")]
    assert [f["rule"] for f in said_of(["a"], quiet)] == ["quiet"]


def test_the_first_variant_that_holds_speaks() -> None:
    variants = (
        Variant(when=NOTE == "a", message="A.", severity=Severity.INFO),
        Variant(when=NOTE.is_in(["a", "b"]), message="B.", severity=Severity.ERROR),
        Variant(message="C."),
    )
    found = said_of(["a", "b", "c"], made_up_rule("odd", NOTE.is_not_null(), *variants))
    assert [f["message"] for f in found] == ["A.", "B.", "C."]
    assert [(f["severity"], f["group"]) for f in found] == [("info", None), ("error", "other"), ("warning", "other")]


def test_certainty_is_of_a_suggestion_and_falls_with_it() -> None:
    known = pl.when(NOTE == "a").then(pl.lit("z"))
    variant = Variant(message="Nên là {suggestion}.", suggestion=known, certainty=Certainty.LIKELY)
    found = said_of(["a", "b"], made_up_rule("odd", NOTE.is_not_null(), variant))
    assert [(f["suggestion"], f["certainty"]) for f in found] == [("z", "likely"), (None, None)]


def test_a_finding_about_the_row_as_a_whole_has_no_field_and_no_value() -> None:
    (found,) = said_of(["a"], made_up_rule("odd", NOTE.is_not_null(), field=None, needs=("note",)))
    assert (found["field"], found["column"], found["value"]) == (None, None, None)
    (found,) = said_of(["  A\u200b "], made_up_rule("odd", NOTE.is_not_null()))
    assert (found["field"], found["value"]) == ("note", "  A\u200b ")  # as it stands


def test_findings_stand_in_the_order_of_rows_then_of_rules() -> None:
    first, second = made_up_rule("second", NOTE.is_not_null()), made_up_rule("first", NOTE.is_not_null())
    found = said_of(["a", "b"], first, second)
    assert [(f["row"], f["rule"]) for f in found] == [(5, "second"), (5, "first"), (6, "second"), (6, "first")]


def test_optional_columns_are_empty_where_the_file_lacks_them_and_one_of_some_is_enough() -> None:
    lenient = made_up_rule("odd", pl.col("school").is_null(), field=None, needs=("note",), optional=("school",))
    assert len(said_of(["a"], lenient)) == 1
    fields = {"field": None, "optional": ("school", "phone"), "any_of": ("school", "phone")}
    strict = made_up_rule("odd", pl.col("school").is_null(), **fields)
    assert said_of(["a"], strict) == []
    frame, able = prepared(cleaned(raw_frame([{"phone": "0999012345"}]), "children"), [strict])
    assert findings_of_rows(frame, able).height == 1


def test_a_fact_is_made_once_and_seen_by_every_rule_that_asks_for_it() -> None:
    shout = {"note__loud": NOTE.str.to_uppercase()}
    asked = [made_up_rule(code, pl.col("note__loud") == "A", facts=shout) for code in ("one", "two")]
    frame, able = prepared(cleaned(raw_frame([{"note": "a"}]), "children"), asked)
    assert frame["note__loud"].to_list() == ["A"]
    assert findings_of_rows(frame, able)["rule"].to_list() == ["one", "two"]


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
    codes = {"row_same_person", "record_code_twice"}
    an, binh = {**AN, "record_code": "TE1"}, {**BINH, "record_code": "TE1", "personal_id": "027315600002"}
    assert {(f["rule"], f["row"], f["other_row"]) for f in findings([an, an, binh], codes=codes)} == {
        ("row_same_person", 5, 6),
        ("row_same_person", 6, 5),
        ("record_code_twice", 5, 7),
        ("record_code_twice", 6, 7),
        ("record_code_twice", 7, 6),
    }
    assert {f["rule"] for f in findings([an, an], codes=codes)} == {"row_same_person"}


def test_the_nearest_other_row_is_named_and_one_of_the_same_sheet_before_others() -> None:
    names = ["An", "Bình", "Chi", "Dũng"]
    rows = [{**BINH, "full_name": f"Trần Thị {name}", "birth_date": f"{i + 1}/2/2014"} for i, name in enumerate(names)]
    near = findings(rows, codes={"personal_id_shared"})
    assert [f["other_row"] for f in near] == [6, 5, 6, 7]
    far = findings(rows, codes={"personal_id_shared"}, sheets=["A", "B", "B", "A"])
    assert [(f["other_sheet"], f["other_row"]) for f in far] == [("A", 8), ("B", 7), ("B", 6), ("A", 5)]


def test_a_finding_without_suggestion_has_no_certainty_and_info_no_group(commune: pl.DataFrame) -> None:
    found = all_findings(commune, "children")
    assert found.filter(pl.col("suggestion").is_null())["certainty"].null_count() == found["suggestion"].null_count()
    info = found.filter(pl.col("severity") == "info")
    assert info.height
    assert info["group"].null_count() == info.height
    assert found.filter(pl.col("severity") != "info")["group"].null_count() == 0


def test_a_crowd_gives_every_row_one_finding(monkeypatch) -> None:
    monkeypatch.setattr(evaluate, "CROWD", 4)
    monkeypatch.setattr(evaluate, "NEIGHBOURS", 1)
    names = ["An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh"]
    rows = [{**BINH, "full_name": f"Trần Thị {name}", "birth_date": f"{i + 1}/2/2014"} for i, name in enumerate(names)]
    found = findings(rows, codes={"personal_id_shared"})
    assert [f["row"] for f in found] == list(range(5, 12))


def test_rows_far_apart_meet_as_long_as_they_are_no_crowd() -> None:
    found = findings([BINH] + [AN] * 40, codes={"personal_id_shared"})
    assert [f["other_row"] for f in found] == [6] + [5] * 40


def test_work_on_a_crowd_grows_with_its_rows_only() -> None:
    frame = cleaned(
        raw_frame([{"full_name": f"Lê {i}", "personal_id": "027215600001"} for i in range(500)]), "children"
    )
    frame, able = prepared(frame, ASKED)
    shared = next(q for q in able if q.rule.code == "personal_id_shared")
    assert evaluate._meeting(frame, shared, 0).height <= 500 * 2 * evaluate.NEIGHBOURS


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


@pytest.mark.parametrize("register", ["children", "beneficiaries"])
def test_the_few_who_share_a_key_with_a_person_settle_the_findings_of_that_person(register: str) -> None:
    """After one decision only these rows are computed again."""
    frame = cleaned(made_up_register(register, 260, 11), register)
    whole = all_findings(frame, register)
    met = whole.filter(pl.col("other_row").is_not_null() | pl.col("rule").str.ends_with("series"))["index"].unique()
    assert met.len() > 5
    for person in [*met.sort().gather_every(4), *range(0, frame.height, 60)]:
        assert who_share_a_key_with(person, frame, register).height < frame.height / 4
        assert_few_settle(person, frame, whole, register)


def few_settle_it(register: str, data: st.DataObject) -> None:
    frame = cleaned(data.draw(meeting_rows(register)), register)
    person = data.draw(st.sampled_from(frame["index"].to_list()))
    assert_few_settle(person, frame, all_findings(frame, register), register)


@pytest.mark.parametrize("register", REGISTERS)
@FEW
@given(st.data())
def test_where_everybody_shares_keys_the_few_settle_it_as_well(register: str, data: st.DataObject) -> None:
    few_settle_it(register, data)


@pytest.mark.deep
@pytest.mark.parametrize("register", REGISTERS)
@MANY
@given(st.data())
def test_the_few_settle_it_in_many_registers(register: str, data: st.DataObject) -> None:
    few_settle_it(register, data)


@FEW
@given(st.data())
def test_the_few_settle_it_in_a_crowd(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evaluate, "CROWD", 3)
        patch.setattr(evaluate, "NEIGHBOURS", 1)
        few_settle_it("children", data)


@FEW
@given(st.data())
def test_two_rows_speak_of_each_other(data: st.DataObject) -> None:
    """Whoever is found beside another row is there for a rule that finds the other row as well."""
    frame = cleaned(data.draw(meeting_rows("children")), "children")
    pairs = all_findings(frame, "children").filter(pl.col("other_row").is_not_null())
    here = set(pairs.select("rule", "sheet", "row").iter_rows())
    assert set(pairs.select("rule", "other_sheet", "other_row").iter_rows()) <= here


def test_a_key_told_beforehand_finds_what_a_key_looked_for_finds(commune: pl.DataFrame) -> None:
    frame, able = prepared(commune, ASKED)
    several = about_several(able)
    keys = key_columns(frame, several)
    told = keys.select(pl.exclude("index").is_duplicated() & pl.exclude("index").is_not_null())
    assert_frame_equal(findings_of_several(frame.hstack(told), several), findings_of_several(frame, several))


def test_what_most_keys_of_a_rule_have_in_common() -> None:
    several = {q.rule.code: q for q in ASKED if q.rule.together}
    part, keys = common_part(several["siblings_too_close"])
    assert part.meta.root_names() == ["mother_name__compared"]
    assert keys == {2, 3, 4, 5}
    assert common_part(several["record_code_twice"]) is None
    facts = {"full_name": "Lê An", "birth_date": "01/02/2015", "mother_name": "Vũ Lan"}
    frame, able = prepared(cleaned(raw_frame([facts, facts]), "children"), list(several.values()))
    told = part_columns(frame, able)
    assert {"siblings_too_close/birth_date", "row_same_person/None"} <= set(told.columns)
    assert all(column.n_unique() == 1 for column in told)
