"""Answers of a household review."""

import pytest

from sosach.campaign.returned import sort_out
from sosach.campaign.visit_answers import VisitAnswer, visit_answers
from sosach.forms.form import ReturnedRow
from sosach.forms.visits import Choice
from tests.forms.hamlets import KEY, VISIT, listed


def answers(said: dict[int, dict[str, str]], *more: ReturnedRow) -> list[VisitAnswer]:
    rows = [
        ReturnedRow(sheet="s", row=row.number, code=row.code, facts=row.facts, answers=said.get(row.number, {}))
        for row in listed().sent
    ]
    rows += more
    return visit_answers(rows, sort_out(rows, listed().sent, VISIT.code, KEY), listed().rows)


def answer(number: int, text: str, **more: str) -> VisitAnswer:
    (found,) = answers({number: {"answer": text, **more}})
    assert found.number == number
    return found


def test_a_choice_is_read_as_one() -> None:
    found = answer(1, "Chưa")
    assert (found.choice, found.value.filled, found.understood) == (Choice.NO, False, True)


def test_a_number_is_read_as_a_register_reads_it() -> None:
    found = answer(2, "027 219 700 002", seen="Giấy khai sinh", on="16/6/2026", by="Lê Thị Cộng")
    assert found.value.value == "027219700002"
    assert (found.seen, found.on, found.by) == ("Giấy khai sinh", "2026-06-16", "Lê Thị Cộng")


@pytest.mark.parametrize(
    ("text", "choice", "value"),
    [
        ("Đúng", Choice.YES, None),
        ("Sai", Choice.NO, None),
        ("027319700004", Choice.NO, "027319700004"),
        ("Sai, 027319700004", Choice.NO, "027319700004"),
        ("sai. Số đúng là: 027 319 700004", Choice.NO, "027319700004"),
    ],
)
def test_a_doubtful_number_is_confirmed_or_replaced(text: str, choice: Choice, value: str | None) -> None:
    found = answer(3, text)
    assert (found.choice, found.value.value) == (choice, value)


def test_a_date_is_read_day_before_month() -> None:
    assert answer(4, "4/6/2019").value.value == "2019-06-04"


def test_what_is_not_understood_is_kept_as_it_was_written() -> None:
    found = answer(4, "hỏi bà nội")
    assert not found.understood
    assert found.value.shown == "hỏi bà nội"


def test_a_remark_without_an_answer_comes_along() -> None:
    (found,) = answers({5: {"note": "đi vắng, hẹn 20/6"}})
    assert (found.note, found.understood, found.person) == ("đi vắng, hẹn 20/6", False, 3)


def test_two_different_answers_to_one_question_are_none() -> None:
    row = listed().sent[0]
    again = ReturnedRow(sheet="s", row=9, code=row.code, facts=row.facts, answers={"answer": "Có"})
    assert answers({1: {"answer": "Chưa"}}, again) == []


def test_nothing_said_is_no_answer() -> None:
    assert answers({}) == []
    assert answers({1: {"by": "Lê Thị Cộng"}}) == []
