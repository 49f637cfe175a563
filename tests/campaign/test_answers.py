"""What answers of the police do to records."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.campaign.answers import outcomes, refusal, tally
from sosach.campaign.outcome import Case, Effect, Facts, Outcome, Whom, Why
from sosach.forms.given import Given
from sosach.forms.police import PoliceAnswer, Result
from sosach.forms.police_reason import Reason

AN = Facts(full_name="Nguyễn Bảo An", birth_date="2018-03-05", sex="male", personal_id=None)
OWN, NEW, GIRLS, OTHERS = "027218700002", "027218700004", "027318700002", "024218700006"
WITH_NUMBER = replace(AN, personal_id=OWN)
SHORT = replace(AN, personal_id_shown="27218700002")


def said(result: Result | None, number: str | None = None, **more: object) -> PoliceAnswer:
    given = Given(number, number if len(number) == 12 else None, "good") if number else Given()
    return PoliceAnswer(result=result, personal_id=given, **more)  # type: ignore[arg-type]


def wrote(value: str) -> Given:
    return Given(value, value, "good")


def outcome(sent: Facts, answer: PoliceAnswer, current: Facts | None = None, **more: object) -> Outcome:
    return outcomes([Case(sent=sent, current=current or sent, answer=answer, **more)])[0]  # type: ignore[arg-type]


def waits(found: Outcome, why: Why) -> bool:
    return (found.effect, found.why, found.number, found.confirms) == (Effect.CONFLICT, why, None, ())


def test_matches_confirms_the_number_that_stands() -> None:
    found = outcome(WITH_NUMBER, said(Result.MATCHES))
    assert (found.effect, found.confirms, found.number) == (Effect.APPLIED, ("personal_id",), None)
    assert outcome(WITH_NUMBER, said(Result.MATCHES, OWN)).effect is Effect.APPLIED


def test_matches_confirms_a_number_that_was_only_in_doubt() -> None:
    assert outcome(replace(AN, personal_id=GIRLS), said(Result.MATCHES)).effect is Effect.APPLIED


@pytest.mark.parametrize(
    ("sent", "answer", "why"),
    [
        (AN, said(Result.MATCHES), Why.NO_NUMBER),
        (SHORT, said(Result.MATCHES), Why.NO_NUMBER),
        (WITH_NUMBER, said(Result.MATCHES, NEW), Why.MATCH_DIFFERS),
        (WITH_NUMBER, said(Result.MATCHES, sex=wrote("female")), Why.MATCH_DIFFERS),
        (AN, said(Result.MATCHES, NEW), Why.MATCH_DIFFERS),
    ],
)
def test_matches_without_a_number_or_with_something_else_is_a_conflict(
    sent: Facts, answer: PoliceAnswer, why: Why
) -> None:
    assert waits(outcome(sent, answer), why)


@pytest.mark.parametrize("result", [Result.NUMBER_GIVEN, Result.CORRECTED])
@pytest.mark.parametrize("sent", [AN, SHORT, replace(AN, personal_id=GIRLS), replace(AN, personal_id_shown="chưa có")])
def test_a_number_is_set_where_none_stood_or_none_that_could_be(result: Result, sent: Facts) -> None:
    found = outcome(sent, said(result, NEW))
    assert (found.effect, found.number) == (Effect.APPLIED, NEW)


@pytest.mark.parametrize("result", [Result.NUMBER_GIVEN, Result.CORRECTED])
def test_a_number_of_right_structure_is_replaced_by_two_officials_only(result: Result) -> None:
    found = outcome(WITH_NUMBER, said(result, NEW))
    assert waits(found, Why.SECOND_OFFICIAL)
    assert (found.compared[0].current, found.compared[0].answered) == (OWN, NEW)


@pytest.mark.parametrize("stands", [WITH_NUMBER, replace(AN, personal_id=GIRLS)])
def test_a_number_of_the_births_book_is_not_replaced_by_the_police(stands: Facts) -> None:
    assert waits(outcome(stands, said(Result.CORRECTED, NEW), stands_above=True), Why.STRONGER_SOURCE)
    assert outcome(WITH_NUMBER, said(Result.CORRECTED, OWN), stands_above=True).effect is Effect.APPLIED


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (GIRLS, Why.NUMBER_DISAGREES),
        ("027217700004", Why.NUMBER_DISAGREES),
        ("003218700004", Why.NUMBER_DISAGREES),
        ("111111111111", Why.NUMBER_IMPOSSIBLE),
        ("27218700004", Why.UNREADABLE),
    ],
)
def test_a_number_that_cannot_be_this_persons_is_not_set(number: str, why: Why) -> None:
    assert waits(outcome(AN, said(Result.NUMBER_GIVEN, number)), why)


@pytest.mark.parametrize("facts", [replace(AN, sex=None), replace(AN, birth_date=None)])
def test_a_number_that_cannot_be_compared_waits(facts: Facts) -> None:
    assert waits(outcome(facts, said(Result.NUMBER_GIVEN, NEW)), Why.NUMBER_DISAGREES)


@pytest.mark.parametrize("result", [Result.MATCHES, Result.NUMBER_GIVEN, Result.CORRECTED])
def test_F77_a_number_that_belongs_to_somebody_else_is_not_set(result: Result) -> None:
    sent, number = (WITH_NUMBER, None) if result is Result.MATCHES else (AN, NEW)
    assert waits(outcome(sent, said(result, number), number_taken=True), Why.NUMBER_OF_OTHER)


def test_one_number_for_two_persons_of_one_file_is_set_for_neither() -> None:
    case = Case(sent=AN, current=AN, answer=said(Result.NUMBER_GIVEN, NEW))
    assert all(waits(found, Why.NUMBER_TWICE) for found in outcomes([case, case]))


@pytest.mark.parametrize(
    "more",
    [
        {"full_name": wrote("Nguyễn Bảo Ân")},
        {"birth_date": wrote("2018-03-06")},
        {"birth_date": wrote("2018")},
        {"sex": wrote("female")},
    ],
)
def test_another_name_date_or_sex_waits_for_an_official_and_the_number_with_it(more: dict[str, Given]) -> None:
    found = outcome(AN, said(Result.CORRECTED, NEW, **more))
    assert waits(found, Why.FACT_CHANGED)
    assert {one.field for one in found.compared} == {"personal_id", *more}


def test_a_name_written_otherwise_but_the_same_is_no_change() -> None:
    sent = replace(AN, full_name="Nguyễn Thị Hòa")
    found = outcome(sent, said(Result.CORRECTED, NEW, full_name=wrote("NGUYỄN THỊ HOÀ")))
    assert (found.effect, found.number, found.confirms) == (Effect.APPLIED, NEW, ("full_name",))


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (said(Result.NUMBER_GIVEN), Why.NUMBER_MISSING),
        (said(Result.CORRECTED, note="sai ngày sinh"), Why.NOTHING_GIVEN),
        (said(None, result_shown="liên hệ lại"), Why.NO_RESULT),
        (said(Result.CORRECTED, birth_date=Given("31/02/2018", None, "impossible")), Why.UNREADABLE),
        (said(Result.NOT_FOUND, NEW), Why.CONTRADICTS_ITSELF),
        (said(Result.UNREGISTERED, NEW), Why.CONTRADICTS_ITSELF),
    ],
)
def test_an_answer_that_does_not_say_enough_waits(answer: PoliceAnswer, why: Why) -> None:
    assert waits(outcome(AN, answer), why)


@pytest.mark.parametrize(
    ("answer", "whom", "reason"),
    [
        (said(Result.NOT_FOUND), Whom.COLLABORATOR, None),
        (said(Result.NOT_FOUND, note="chưa khai sinh"), Whom.CIVIL_REGISTRATION, Reason.UNREGISTERED),
        (said(Result.NOT_FOUND, note="đã chết năm 2025"), Whom.CIVIL_REGISTRATION, Reason.DECEASED),
        (said(Result.NOT_FOUND, note="đã chuyển đi nơi khác"), Whom.COLLABORATOR, Reason.MOVED),
        (said(Result.NOT_FOUND, note="sai ngày sinh"), Whom.COLLABORATOR, Reason.WRONG_FACTS),
        (said(Result.NOT_FOUND, note="chưa thu nhận"), Whom.POLICE, Reason.NOT_COLLECTED),
        (said(Result.UNREGISTERED), Whom.CIVIL_REGISTRATION, None),
        (said(Result.DUPLICATE, note="trùng dòng 5"), Whom.OFFICE, Reason.DUPLICATE),
        (said(Result.DUPLICATE, OTHERS), Whom.OFFICE, None),
        (said(Result.OTHER), Whom.OFFICE, None),
        (said(Result.OTHER, result_shown="đã mất năm 2025"), Whom.CIVIL_REGISTRATION, Reason.DECEASED),
    ],
)
def test_what_is_no_repair_leads_to_the_next_actor(answer: PoliceAnswer, whom: Whom, reason: Reason | None) -> None:
    found = outcome(AN, answer)
    assert (found.effect, found.whom, found.reason, found.number) == (Effect.NEXT_STEP, whom, reason, None)


def test_F69_the_same_answer_again_changes_nothing() -> None:
    answer = said(Result.NUMBER_GIVEN, NEW)
    assert outcome(AN, answer, previous=answer) == Outcome(effect=Effect.REPEATED)


def test_F70_another_answer_for_an_answered_row_waits() -> None:
    found = outcome(AN, said(Result.NUMBER_GIVEN, NEW), previous=said(Result.NOT_FOUND))
    assert waits(found, Why.TWO_RETURNS)


def test_two_answers_in_one_file_wait() -> None:
    assert waits(outcome(AN, said(Result.NUMBER_GIVEN, NEW), two_answers=True), Why.TWO_ANSWERS)


def test_a_person_who_is_gone_gets_no_number() -> None:
    found = outcomes([Case(sent=AN, current=None, answer=said(Result.NUMBER_GIVEN, NEW))])[0]
    assert waits(found, Why.PERSON_GONE)


@pytest.mark.parametrize(
    "now",
    [
        replace(AN, personal_id=OTHERS),
        replace(AN, full_name="Nguyễn Bảo Ân"),
        replace(AN, birth_date="2018-05-03"),
        replace(AN, sex="female"),
    ],
)
def test_F78_what_was_changed_here_meanwhile_is_compared_three_ways(now: Facts) -> None:
    found = outcome(AN, said(Result.NUMBER_GIVEN, NEW), now)
    assert waits(found, Why.CHANGED_MEANWHILE)
    changed = [one for one in found.compared if one.current != one.sent]
    assert len(changed) == 1


def test_F78_changed_here_to_what_the_police_answer_is_no_conflict() -> None:
    found = outcome(AN, said(Result.NUMBER_GIVEN, NEW), replace(AN, personal_id=NEW))
    assert (found.effect, found.number, found.confirms) == (Effect.APPLIED, None, ("personal_id",))
    found = outcome(AN, said(Result.CORRECTED, NEW, sex=wrote("male")), AN)
    assert found.effect is Effect.APPLIED


def test_F78_a_fact_put_right_here_and_by_the_police_is_confirmed() -> None:
    now = replace(AN, birth_date="2018-03-06")
    found = outcome(AN, said(Result.CORRECTED, birth_date=wrote("2018-03-06")), now)
    assert (found.effect, found.confirms) == (Effect.APPLIED, ("birth_date",))


def test_F78_matches_speaks_of_the_number_that_was_sent() -> None:
    assert waits(outcome(WITH_NUMBER, said(Result.MATCHES), replace(AN, personal_id=NEW)), Why.CHANGED_MEANWHILE)


def test_F73_answers_sorted_without_their_rows_stop_the_file() -> None:
    right = Case(sent=AN, current=AN, answer=said(Result.NUMBER_GIVEN, NEW))
    strange = Case(sent=AN, current=AN, answer=said(Result.NUMBER_GIVEN, GIRLS))
    assert refusal([right, *[strange] * 2], "a.xlsx") is None
    assert refusal([*[right] * 3, *[strange] * 3], "a.xlsx") is None
    why = refusal([*[right] * 2, *[strange] * 3], "a.xlsx")
    assert why is not None
    assert why.notice.code == "police_answers_displaced"
    assert refusal([Case(sent=AN, current=AN, answer=said(Result.NOT_FOUND))] * 5, "a.xlsx") is None


facts = st.builds(
    Facts,
    full_name=st.sampled_from(["Nguyễn Bảo An", "Nguyễn Bảo Ân", "NGUYỄN BẢO AN", None]),
    birth_date=st.sampled_from(["2018-03-05", "2018", "2017-01-01", None]),
    sex=st.sampled_from(["male", "female", None]),
    personal_id=st.sampled_from([None, OWN, NEW, GIRLS]),
    personal_id_shown=st.sampled_from([None, "27218700002"]),
)
cells = st.sampled_from([Given(), Given("x", None, "other")])
answers = st.builds(
    PoliceAnswer,
    result=st.sampled_from([None, *Result]),
    personal_id=st.sampled_from([wrote(OWN), wrote(NEW), wrote(GIRLS), wrote("111111111111")]) | cells,
    full_name=st.just(Given()) | st.just(wrote("Nguyễn Bảo Ân")) | cells,
    birth_date=st.just(Given()) | st.just(wrote("2018-03-05")),
    sex=st.just(Given()) | st.just(wrote("male")),
    note=st.sampled_from(["", "chưa khai sinh", "đã chết năm 2025"]),
)
cases = st.builds(
    Case,
    sent=facts,
    current=facts | st.none(),
    answer=answers,
    previous=st.none() | answers,
    number_taken=st.booleans(),
    two_answers=st.booleans(),
)


@settings(max_examples=40)
@given(st.lists(cases, max_size=12))
def test_every_answered_row_comes_to_exactly_one_end(rows: list[Case]) -> None:
    found = outcomes(rows)
    assert sum(tally(found).values()) == len(rows)
    for one in found:
        assert (one.why is not None) == (one.effect is Effect.CONFLICT)
        assert (one.whom is not None) == (one.effect is Effect.NEXT_STEP)
        assert bool(one.number or one.confirms) == (one.effect is Effect.APPLIED)


@settings(max_examples=40)
@given(st.lists(cases, max_size=12))
def test_no_number_is_ever_set_that_may_not_be(rows: list[Case]) -> None:
    found = outcomes(rows)
    numbers = [one.number for one in found if one.number]
    assert len(set(numbers)) == len(numbers)
    for case, one in zip(rows, found, strict=True):
        if one.number:
            assert case.current is not None
            assert one.number == case.answer.personal_id.value in (OWN, NEW, GIRLS)
            assert not case.number_taken
            assert case.current.sex == ("female" if one.number[3] == "3" else "male")
            assert case.current.birth_date is not None
            assert case.current.birth_date.startswith("2018")
            assert case.current.personal_id in (None, case.sent.personal_id)


@settings(max_examples=40)
@given(cases)
def test_an_answer_taken_in_is_repeated_by_itself_whatever_happened_since(case: Case) -> None:
    again = replace(case, previous=case.answer, two_answers=False)
    assert outcomes([again])[0].effect is Effect.REPEATED
