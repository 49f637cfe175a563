"""What a household's answer does: it fills and confirms; what may well be right is not replaced by it."""

import pytest

from sosach.campaign.numbers import judged
from sosach.campaign.outcome import Whom
from sosach.campaign.visit_answers import VisitAnswer
from sosach.campaign.visit_outcomes import (
    STEP_WORDS,
    WHY_WORDS,
    VisitCase,
    VisitEffect,
    VisitOutcome,
    VisitWhy,
    visit_outcomes,
)
from sosach.forms.given import Given
from sosach.forms.visits import Asks, Choice, Question

RIGHT, OTHER = "027215600021", "027215600035"


def answer(field="father_name", value=None, asks=Asks.NAME, *, shown=None, choice=None, note=""):
    return VisitAnswer(
        number=1,
        person=1,
        question=Question(asks, field, "?"),
        value=Given(shown if shown is not None else value or "", value, "good" if value else ""),
        choice=choice,
        seen="",
        on=None,
        by="",
        note=note,
    )


def outcome(said, **case) -> VisitOutcome:
    wanted = {"asked_of": None, "current": None, **case}
    return visit_outcomes([VisitCase(answer=said, **wanted)])[0]


def number(value, *, sex="male", born="2015-03-04"):
    return {
        "said": answer("personal_id", value, Asks.NUMBER),
        "number": judged([(value, value, sex, born)])[0],
    }


def test_an_empty_field_is_filled():
    found = outcome(answer(value="Nguyễn Văn Tám"))
    assert (found.effect, found.sets) == (VisitEffect.APPLIED, "Nguyễn Văn Tám")


def test_what_agrees_is_confirmed_whatever_its_capitals():
    found = outcome(answer(value="Nguyễn Văn Hoà"), asked_of="Nguyễn Văn Hòa", current="Nguyễn Văn Hòa")
    assert (found.effect, found.confirms, found.sets) == (VisitEffect.APPLIED, True, None)


@pytest.mark.parametrize("field", ["full_name", "birth_date", "sex"])
def test_a_value_of_identity_that_may_be_right_waits_for_an_official(field):
    said = answer(field, "x", Asks.TEXT)
    assert outcome(said, asked_of="y", current="y").why is VisitWhy.STANDS
    assert outcome(said, asked_of="y", current="y", faulty=True).sets == "x"


def test_a_fact_beside_identity_is_replaced_where_it_was_doubted():
    assert outcome(answer(value="Nguyễn Văn Tám"), asked_of="Nguyễn Văn B", current="Nguyễn Văn B").sets


def test_a_value_that_was_changed_here_meanwhile_waits():
    said = answer(value="Nguyễn Văn Tám")
    assert outcome(said, asked_of="A", current="B").why is VisitWhy.CHANGED_MEANWHILE
    assert outcome(said, asked_of="A", current="Nguyễn Văn Tám").confirms


def test_a_household_may_correct_its_own_earlier_answer():
    said = answer("full_name", "Nguyễn Văn An")
    assert outcome(said, asked_of=None, current="Nguyễn Văn Ân", set_before="Nguyễn Văn Ân").sets == "Nguyễn Văn An"


def test_a_stronger_source_stays():
    assert outcome(answer(value="x"), stands_above=True).why is VisitWhy.STRONGER_SOURCE


def test_a_number_that_fits_is_set():
    found = number("027215600021")
    assert outcome(found["said"], number=found["number"]).sets == "027215600021"


@pytest.mark.parametrize(
    ("value", "extra", "why"),
    [
        ("12345", {}, VisitWhy.NUMBER_IMPOSSIBLE),
        ("027315600021", {}, VisitWhy.NUMBER_DISAGREES),
        ("027215600021", {"number_taken": True}, VisitWhy.NUMBER_OF_OTHER),
        ("027215600021", {"asked_of": OTHER, "current": OTHER}, VisitWhy.STANDS),
    ],
)
def test_a_number_that_cannot_be_or_is_somebodys_waits(value, extra, why):
    found = number(value)
    assert outcome(found["said"], number=found["number"], **extra).why is why


def test_one_number_given_to_two_children_is_given_to_neither():
    one = number(RIGHT)
    cases = [VisitCase(answer=one["said"], asked_of=None, current=None, number=one["number"]) for _ in range(2)]
    assert [found.why for found in visit_outcomes(cases)] == [VisitWhy.NUMBER_TWICE] * 2


@pytest.mark.parametrize(
    ("asks", "choice", "effect", "whom"),
    [
        (Asks.REGISTERED, Choice.NO, VisitEffect.NEXT_STEP, Whom.CIVIL_REGISTRATION),
        (Asks.REGISTERED, Choice.YES, VisitEffect.NOTED, None),
        (Asks.HAS_CARD, Choice.NO, VisitEffect.NEXT_STEP, Whom.POLICE),
        (Asks.HAS_CARD, Choice.IN_PROGRESS, VisitEffect.NEXT_STEP, Whom.POLICE),
        (Asks.LIVES_HERE, Choice.YES, VisitEffect.APPLIED, None),
        (Asks.CONFIRM_NUMBER, Choice.YES, VisitEffect.APPLIED, None),
        (Asks.CONFIRM_NUMBER, Choice.NO, VisitEffect.NOTED, None),
        (Asks.REGISTERED, Choice.UNKNOWN, VisitEffect.NOTED, None),
    ],
)
def test_what_is_ticked_leads_on(asks, choice, effect, whom):
    found = outcome(answer("personal_id", asks=asks, choice=choice))
    assert (found.effect, found.whom) == (effect, whom)


def test_a_number_that_cannot_be_is_not_made_right_by_a_yes():
    said = answer("personal_id", asks=Asks.CONFIRM_NUMBER, choice=Choice.YES)
    assert outcome(said, faulty=True).why is VisitWhy.STILL_WRONG
    assert outcome(said, asked_of=RIGHT, current=OTHER).why is VisitWhy.CHANGED_MEANWHILE


@pytest.mark.parametrize(
    ("shown", "note", "effect", "whom", "moved"),
    [
        ("đã chết năm 2020", "", VisitEffect.NEXT_STEP, Whom.CIVIL_REGISTRATION, False),
        ("", "cháu đã mất", VisitEffect.NEXT_STEP, Whom.CIVIL_REGISTRATION, False),
        ("chuyển đi Bình Dương", "", VisitEffect.APPLIED, None, True),
        ("", "da chuyen di noi khac", VisitEffect.APPLIED, None, True),
        ("không có người này", "", VisitEffect.NEXT_STEP, Whom.OFFICE, False),
        ("", "không tìm thấy", VisitEffect.NEXT_STEP, Whom.OFFICE, False),
    ],
)
def test_what_is_told_of_the_person_leads_to_its_state_or_task(shown, note, effect, whom, moved):
    found = outcome(answer("personal_id", asks=Asks.NUMBER, shown=shown, note=note))
    assert (found.effect, found.whom, found.moved) == (effect, whom, moved)


@pytest.mark.parametrize("note", ["bố đã mất", "mẹ đi làm ăn xa", "mất giấy khai sinh"])
def test_what_is_told_of_others_is_no_death(note):
    found = outcome(answer(value="Nguyễn Văn Tám", note=note))
    assert found.sets == "Nguyễn Văn Tám"


@pytest.mark.parametrize("shown", ["Chưa", "không có", "chưa có số", "không rõ", "-", "khong biet"])
def test_words_for_nothing_leave_the_question_open(shown):
    assert outcome(answer("personal_id", asks=Asks.NUMBER, shown=shown)).why is VisitWhy.NOT_KNOWN


def test_what_is_not_understood_waits_and_a_remark_alone_is_kept():
    assert outcome(answer("birth_date", asks=Asks.DATE, shown="hồi tết")).why is VisitWhy.UNREADABLE
    assert outcome(answer(note="hẹn tuần sau")).why is VisitWhy.REMARK


def test_who_is_gone_and_what_was_said_before():
    assert outcome(answer(value="x"), gone=True).why is VisitWhy.PERSON_GONE
    assert outcome(answer(value="x"), repeated=True).effect is VisitEffect.REPEATED


def test_every_reason_and_every_step_has_its_words():
    assert set(WHY_WORDS) == set(VisitWhy)
    assert {"deceased", "not_found", "unregistered", "no_card"} == set(STEP_WORDS)
