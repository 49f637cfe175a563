"""Figures of the minutes, both ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.minutes import Batch, HandedFile, returned_minutes, sent_minutes
from sosach.campaign.returned import Returned, sort_out
from sosach.forms.form import ReturnedRow
from sosach.forms.police import PoliceAnswer, Result
from tests.forms.batches import KEY, sent

BATCH = Batch(
    code="TE-02", register="children", unit="xã Hòa Mẫu", unit_code="99999", sent_on=date(2026, 6, 18),
    due=date(2026, 6, 24), chain_head="90984e6aa5172fcb",
)  # fmt: skip
FILE = HandedFile(name="TE-02.xlsx", sha256="0" * 64, has_password=True)


def back(answered: list[int], altered: list[int] = [], extra: int = 0) -> Returned:  # noqa: B006
    rows = [
        ReturnedRow(
            sheet="s", row=row.number, code=row.code,
            facts=("Khác", *row.facts[1:]) if row.number in altered else row.facts,
            answers={"result": "Khớp"} if row.number in answered else {},
        )
        for row in sent()
    ]  # fmt: skip
    strangers = [ReturnedRow(sheet="s", row=99, code="", facts=rows[0].facts, answers={}) for _ in range(extra)]
    return sort_out([*rows, *strangers], sent(), "TE-02", KEY)


def figures(returned: Returned, answers: dict[int, PoliceAnswer], on: date = date(2026, 6, 24)) -> dict:
    return returned_minutes(BATCH, sent(), returned, answers, (on, FILE))


def test_groups_add_up_to_the_persons_sent() -> None:
    told = sent_minutes(BATCH, ["no_id"] * 58 + ["wrong_id"] * 22 + ["basic_info"] * 7, FILE)
    assert told["persons"] == 87
    assert told["groups"] == {"no_id": 58, "wrong_id": 22, "basic_info": 7}
    assert (told["direction"], told["batch"], told["due"]) == ("sent", "TE-02", "2026-06-24")
    assert told["file"] == {"name": "TE-02.xlsx", "sha256": "0" * 64, "password": True}
    assert told["chain_head"] == "90984e6aa5172fcb"


def test_a_group_that_no_list_for_the_police_has_is_an_error() -> None:
    with pytest.raises(ValueError, match="no groups"):
        sent_minutes(BATCH, ["duplicate"], FILE)


@given(st.dictionaries(st.integers(1, 12), st.sampled_from([None, *Result])), st.sets(st.integers(1, 12)))
def test_rows_and_results_add_up(results: dict[int, Result | None], altered: set[int]) -> None:
    returned = back(list(results), sorted(altered))
    answers = {number: PoliceAnswer(result=results[number]) for number in returned.answered}
    told = figures(returned, answers)
    assert told["answered"] + told["unanswered"] + told["altered"] == told["sent"] == 12
    assert sum(told["results"].values()) == told["answered"]
    assert len(told["unanswered_rows"]) == told["unanswered"]
    assert len(told["altered_rows"]) == told["altered"]


def test_rows_are_named_by_their_codes_alone() -> None:
    returned = back([1], [2], 1)
    told = figures(returned, {1: PoliceAnswer(result=Result.MATCHES)})
    assert told["altered_rows"] == [sent()[1].code]
    assert told["unknown"] == 1
    assert not any(name in str(told) for row in sent() for name in row.facts[:1])


def test_what_is_late_is_counted_in_days() -> None:
    returned = back([])
    assert figures(returned, {}, date(2026, 6, 25))["days_late"] == 1
    assert figures(returned, {}, date(2026, 6, 23))["days_late"] == 0


def test_answers_without_rows_are_an_error() -> None:
    with pytest.raises(ValueError, match="differ"):
        figures(back([1]), {})
