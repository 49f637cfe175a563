"""From open findings to questions that may be asked at a door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.questions import Asked, OpenFinding, ending_of, questions
from sosach.findings.finding import Group
from sosach.forms.visits import Asks, Question
from sosach.registers.catalogue import registers
from sosach.rules.catalogue import rules

NUMBER = "027218700127"
CHILD = Asked(is_child=True, values={"personal_id": NUMBER, "mother_name": "Lê Thị Mẫu", "mother_personal_id": NUMBER})
GROWN_UP = Asked(is_child=False, values={})


def finding(
    field: str | None, rule: str = "x", group: str | None = "basic_info", severity: str = "error"
) -> OpenFinding:
    return OpenFinding(rule, group, severity, field)


def asked(*findings: OpenFinding, about: Asked = CHILD) -> list[Question]:
    return questions(findings, about)


def test_a_missing_number_asks_for_the_paper_first() -> None:
    missing = finding("personal_id", group="no_id")
    assert [q.asks for q in asked(missing)] == [Asks.REGISTERED, Asks.NUMBER]
    assert [q.asks for q in asked(missing, about=GROWN_UP)] == [Asks.HAS_CARD, Asks.NUMBER]


def test_a_doubtful_number_is_asked_about_by_its_last_three_digits() -> None:
    (question,) = asked(finding("personal_id", group="wrong_id"))
    assert question.asks is Asks.CONFIRM_NUMBER
    assert "127" in question.text
    assert NUMBER not in question.text


def test_a_number_without_digits_to_show_is_simply_asked_for() -> None:
    about = Asked(is_child=True, values={"personal_id": "x"})
    assert [q.asks for q in asked(finding("personal_id", group="wrong_id"), about=about)][-1] is Asks.NUMBER


@pytest.mark.parametrize(
    ("field", "asks"),
    [
        ("full_name", Asks.NAME), ("birth_date", Asks.DATE), ("sex", Asks.SEX), ("ethnicity", Asks.ETHNICITY),
        ("mother_name", Asks.NAME), ("guardian_relation", Asks.TEXT), ("father_birth_year", Asks.DATE),
        ("mother_personal_id", Asks.CONFIRM_NUMBER), ("father_personal_id", Asks.NUMBER), ("hamlet", Asks.TEXT),
        ("status", Asks.LIVES_HERE), ("carer_name", Asks.NAME), ("carer_birth_date", Asks.DATE),
    ],
)  # fmt: skip
def test_a_field_has_its_question(field: str, asks: Asks) -> None:
    assert [q.asks for q in asked(finding(field))] == [asks]


@pytest.mark.parametrize(
    "silent",
    [
        finding("father_name", "father_missing"),
        finding("status", "status_deceased", "out_of_scope", "warning"),
        finding("birth_date", "age_sixteen", "out_of_scope", "warning"),
        finding("personal_id", "pair_review", Group.DUPLICATE),
        finding(None, "row_same_person", Group.DUPLICATE),
        finding("full_name", severity="info"),
        *map(
            finding,
            (
                "category", "poverty", "special_circumstance", "at_risk", "disability_type", "disability_degree",
                "decision_no", "benefit_status", "health_insurance_no", "school", "phone", "note",
            ),
        ),
    ],
    ids=lambda one: f"{one.rule} {one.field}",
)  # fmt: skip
def test_what_is_no_question_for_a_doorstep_is_not_asked(silent: OpenFinding) -> None:
    assert asked(silent) == []


def test_without_any_parent_the_question_leaves_open_which() -> None:
    assert "hoặc cha" in asked(finding("mother_name"), about=GROWN_UP)[0].text
    assert "hoặc cha" not in asked(finding("mother_name"))[0].text


def test_each_question_is_asked_once() -> None:
    twice = [finding("birth_date", "birth_date_no_day"), finding("birth_date", "birth_date_future")]
    assert len(asked(*twice)) == 1


@pytest.mark.parametrize(
    ("number", "ending"), [("027218700127", "127"), ("27 127", "127"), ("127", ""), ("x", ""), (None, ""), ("", "")]
)
def test_no_more_than_three_digits_are_shown(number: str | None, ending: str) -> None:
    assert ending_of(number) == ending


fields = st.sampled_from([field.name for register in registers().values() for field in register.fields])


@given(st.lists(st.tuples(st.sampled_from(rules()), fields)), st.booleans(), st.dictionaries(fields, st.just(NUMBER)))
def test_no_question_of_any_rule_shows_a_number_or_a_circumstance(found: list, child: bool, values: dict) -> None:
    told = [OpenFinding(rule.code, rule.group, rule.severity, field) for rule, field in found]
    for question in questions(told, Asked(child, values)):
        assert NUMBER not in question.text
        assert sum(c.isdigit() for c in question.text) <= 3
        assert not any(word in question.text.lower() for word in ("hiv", "nghèo", "khuyết tật", "trợ cấp", "kết hôn"))
