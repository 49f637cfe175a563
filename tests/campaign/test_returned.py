"""What rows that came back are worth, after everything that offices do to a list."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.returned import ALTERED, UNKNOWN, Returned, Verdict, claimed_batches, refusal, sort_out
from sosach.findings.notices import Refused
from sosach.forms.form import ReturnedRow, SentRow
from sosach.forms.police import POLICE_LIST
from sosach.intake.options import ReadingOptions
from sosach.intake.police_answer import read_police_answer
from tests.forms.batches import KEY, LETTERS, Change, answered, sent, sorted_rows

OTHER_KEY = bytes(range(1, 33))
KHOP = {"result": "Khớp"}


def back(rows: Sequence[SentRow] = (), answers: dict[int, dict[str, str]] | None = None) -> list[ReturnedRow]:
    """The rows as they come back when nobody touched them."""
    said = answers or {}
    return [
        ReturnedRow(sheet="s", row=row.number + 1, code=row.code, facts=row.facts, answers=said.get(row.number, {}))
        for row in rows or sent()
    ]


def told(rows: Sequence[ReturnedRow], batch: str = "TE-02", key: bytes = KEY) -> Returned:
    return sort_out(rows, sent(12, batch, key), batch, key)


def verdicts(returned: Returned) -> list[Verdict]:
    return [row.verdict for row in returned.rows]


def adds_up(returned: Returned, count: int = 12) -> bool:
    numbers = [*returned.answered, *returned.unanswered, *returned.altered]
    return sorted(numbers) == list(range(1, count + 1))


def test_rows_that_nobody_touched_are_genuine() -> None:
    returned = told(back(answers={2: KHOP, 5: KHOP}))
    assert set(verdicts(returned)) == {Verdict.GENUINE}
    assert returned.answered == {2: 1, 5: 4}
    assert returned.missing == ()
    assert adds_up(returned)


@given(st.randoms(use_true_random=False))
def test_F73_rows_sorted_together_change_nothing(dice: random.Random) -> None:
    rows = back(answers={2: KHOP, 5: KHOP})
    dice.shuffle(rows)
    returned = told(rows)
    assert {rows[place].code for place in returned.answered.values()} == {sent()[1].code, sent()[4].code}
    assert returned.altered == ()
    assert adds_up(returned)


def test_F71_missing_rows_stay_unanswered() -> None:
    returned = told(back(answers={2: KHOP})[:4])
    assert returned.missing == (5, 6, 7, 8, 9, 10, 11, 12)
    assert returned.unanswered == (1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
    assert adds_up(returned)


def test_F72_added_rows_stand_outside() -> None:
    added = replace(back()[0], code="", facts=("Lê Văn Thêm", "01/02/2020", *[""] * 7), answers=KHOP)
    returned = told([*back(), added])
    assert verdicts(returned)[-1] is Verdict.NO_CODE
    assert [row.place for row in returned.unknown] == [12]
    assert adds_up(returned)


def test_a_row_whose_code_was_lost_is_recognised_by_its_facts_and_not_believed() -> None:
    rows = back(answers={3: KHOP})
    rows[2] = replace(rows[2], code="")
    returned = told(rows)
    assert returned.rows[2].like == 3
    assert returned.unanswered == tuple(range(1, 13))


@pytest.mark.parametrize("place", range(9))
def test_a_changed_fact_makes_an_altered_row(place: int) -> None:
    rows = back(answers={3: KHOP})
    facts = list(rows[2].facts)
    facts[place] = "Khác hẳn"
    rows[2] = replace(rows[2], facts=tuple(facts))
    returned = told(rows)
    assert (returned.rows[2].verdict, returned.rows[2].differs) == (Verdict.ALTERED, (place,))
    assert returned.altered == (3,)
    assert returned.answered == {}
    assert adds_up(returned)


def test_the_code_of_one_row_beside_the_facts_of_another_is_a_moved_row() -> None:
    rows = back(answers={3: KHOP})
    rows[2], rows[6] = replace(rows[2], facts=rows[6].facts), replace(rows[6], facts=rows[2].facts)
    returned = told(rows)
    assert (returned.rows[2].verdict, returned.rows[2].like) == (Verdict.MOVED, 7)
    assert returned.altered == (3, 7)
    assert returned.displaced == ()
    assert adds_up(returned)


@pytest.mark.parametrize("start", [0, 1, 4])
@pytest.mark.parametrize("direction", ["right", "left"])
def test_facts_moved_by_a_column_make_a_shifted_row(start: int, direction: str) -> None:
    rows = back()
    facts = rows[2].facts
    moved = (
        (*facts[:start], "", *facts[start:-1]) if direction == "right" else (*facts[:start], *facts[start + 1 :], "")
    )
    rows[2] = replace(rows[2], facts=moved)
    assert told(rows).rows[2].verdict is Verdict.SHIFTED


@pytest.mark.parametrize("code", ["TE02-0003-ZZZZZZZZ", "TE02-0099-ZZZZZZZZ", "TE03-0003-ZZZZZZZZ"])
def test_F75_an_invented_code_is_refused(code: str) -> None:
    rows = back(answers={3: KHOP})
    rows[2] = replace(rows[2], code=code)
    returned = told(rows)
    assert returned.rows[2].verdict is Verdict.INVENTED
    assert returned.answered == {}
    assert 3 in returned.missing
    assert adds_up(returned)


def test_F75_a_code_moved_to_another_row_of_the_batch_is_refused() -> None:
    rows = back(answers={3: KHOP})
    rows[2] = replace(rows[2], code=f"TE02-0004-{rows[2].code[-8:]}")
    assert told(rows).rows[2].verdict is Verdict.INVENTED


def test_F76_rows_of_another_batch_are_named() -> None:
    rows = back(sent(12, "TE-01"), {1: KHOP})
    returned = told(rows)
    assert set(verdicts(returned)) == {Verdict.OTHER_BATCH}
    assert adds_up(returned)
    assert claimed_batches(rows) == ["TE-01"]
    why = refusal(returned, POLICE_LIST, "TE-02", "a.xlsx")
    assert why is not None
    assert why.notice.code == "police_wrong_batch"
    assert "TE-01" in why.notice.message


def test_F76_a_list_of_another_commune_is_refused() -> None:
    returned = told(back(sent(12, "TE-02", OTHER_KEY), {1: KHOP}))
    assert set(verdicts(returned)) == {Verdict.INVENTED}
    why = refusal(returned, POLICE_LIST, "TE-02", "a.xlsx")
    assert why is not None
    assert why.notice.code == "form_other_home"


def test_a_single_row_of_another_batch_stops_nobody() -> None:
    returned = told([*back(answers={1: KHOP}), *back(sent(12, "TE-01"))[:1]])
    assert refusal(returned, POLICE_LIST, "TE-02", "a.xlsx") is None
    assert [row.batch for row in returned.unknown] == ["TE-01"]


def test_the_same_row_twice_with_one_answer_is_answered_once() -> None:
    rows = back(answers={3: KHOP})
    returned = told([*rows, rows[2], replace(rows[2], answers={})])
    assert verdicts(returned)[-2:] == [Verdict.COPY, Verdict.COPY]
    assert returned.answered == {3: 2}
    assert returned.two_answers == {}
    assert adds_up(returned)


def test_an_answer_in_the_second_of_two_equal_rows_counts() -> None:
    rows = back()
    returned = told([*rows, replace(rows[2], answers=KHOP)])
    assert returned.answered == {3: 12}
    assert returned.rows[2].verdict is Verdict.COPY


def test_two_different_answers_for_one_row_are_told() -> None:
    rows = back(answers={3: KHOP})
    returned = told([*rows, replace(rows[2], answers={"result": "Trùng"})])
    assert returned.two_answers == {3: (2, 12)}
    assert returned.answered == {3: 2}
    assert adds_up(returned)


def test_a_genuine_row_speaks_beside_an_altered_copy_of_it() -> None:
    rows = back(answers={3: KHOP})
    returned = told([*rows, replace(rows[2], facts=("Khác hẳn", *rows[2].facts[1:]))])
    assert returned.altered == ()
    assert returned.answered == {3: 2}


def taken(tmp_path: Path, *changes: Change) -> Returned:
    rows = read_police_answer(answered(tmp_path / "a.xlsx", {2: KHOP, 5: KHOP}, *changes), ReadingOptions()).rows
    return told([row.returned for row in rows])


@pytest.mark.parametrize(
    ("columns", "heading"),
    [
        (("full_name",), "Họ và tên"),
        (("birth_date",), "Ngày sinh"),
        (("code",), "Họ và tên"),
        (("code", "number"), "Thôn"),
    ],
)
def test_F73_one_column_sorted_alone_stops_the_file(tmp_path: Path, columns: tuple[str, ...], heading: str) -> None:
    by = "full_name" if columns[0] == "code" else columns[0]
    returned = taken(tmp_path, sorted_rows(*columns, by=by))
    why = refusal(returned, POLICE_LIST, "TE-02", "a.xlsx")
    assert why is not None
    assert why.notice.code == "form_displaced"
    assert heading in why.notice.message or columns == ("code", "number")
    assert adds_up(returned)


def test_F73_the_whole_list_sorted_is_taken_in(tmp_path: Path) -> None:
    returned = taken(tmp_path, sorted_rows())
    assert refusal(returned, POLICE_LIST, "TE-02", "a.xlsx") is None
    assert sorted(returned.answered) == [2, 5]
    assert returned.altered == ()


def test_F74_a_column_of_facts_taken_out_tells_against_nobody(tmp_path: Path) -> None:
    returned = taken(tmp_path, lambda sheet: sheet.delete_cols(8))
    assert sorted(returned.answered) == [2, 5]


def test_cells_inserted_into_a_row_make_it_shifted(tmp_path: Path) -> None:
    def shift(sheet: object) -> None:
        cells = [sheet[f"{letter}4"].value for letter in LETTERS.values()]  # type: ignore[index]
        for letter, value in zip(list(LETTERS.values())[4:], cells[3:-1], strict=True):
            sheet[f"{letter}4"] = value  # type: ignore[index]
        sheet["D4"] = None  # type: ignore[index]

    returned = taken(tmp_path, shift)
    assert returned.rows[2].verdict is Verdict.SHIFTED
    assert returned.altered == (3,)


MISCHIEF = ("keep", "drop", "alter", "recode", "uncode", "double", "move", "other", "answer")


@given(st.lists(st.sampled_from(MISCHIEF), min_size=12, max_size=12), st.randoms(use_true_random=False))
def test_whatever_was_done_every_row_is_accounted_for(done: list[str], dice: random.Random) -> None:
    rows: list[ReturnedRow] = []
    for row, what in zip(back(), done, strict=True):
        rows += {
            "keep": [row],
            "drop": [],
            "alter": [replace(row, facts=("Khác", *row.facts[1:]), answers=KHOP)],
            "recode": [replace(row, code="TE02-0001-00000000", answers=KHOP)],
            "uncode": [replace(row, code="x", answers=KHOP)],
            "double": [row, replace(row, answers=KHOP)],
            "move": [replace(row, facts=sent()[dice.randrange(12)].facts, answers=KHOP)],
            "other": [replace(row, code=sent(12, "TE-01")[0].code, answers=KHOP)],
            "answer": [replace(row, answers=KHOP)],
        }[what]
    dice.shuffle(rows)
    returned = told(rows)
    assert adds_up(returned)
    assert len(returned.rows) == len(rows)
    for number, place in returned.answered.items():
        assert rows[place].code == sent()[number - 1].code
        assert rows[place].facts == sent()[number - 1].facts
    assert {row.place for row in returned.unknown} == {r.place for r in returned.rows if r.verdict in UNKNOWN}
    assert not ALTERED & UNKNOWN


def test_an_empty_list_is_no_reason_to_fail() -> None:
    returned = told([])
    assert returned.missing == tuple(range(1, 13))
    assert isinstance(refusal(returned, POLICE_LIST, "TE-02", "a.xlsx"), Refused)
