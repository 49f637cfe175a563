"""The rows of a hamlet's review list."""

import pytest

from sosach.campaign.row_code import parse, verify
from sosach.campaign.visit_list import described, is_sensitive, visit_list
from sosach.refdata.benefits import benefits
from sosach.refdata.circumstances import circumstances
from tests.forms.hamlets import KEY, NO_NUMBER, VISIT, listed, resident


def test_rows_follow_houses_persons_and_questions() -> None:
    rows = listed().rows
    assert [row.person for row in rows] == [0, 0, 1, 1, 3, 3]
    assert [row.sent.number for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[0].sent.facts == (
        "HM-000",
        "Nguyễn Văn Mẫu",
        "Nguyễn Bảo An, sinh 2019, nữ (trẻ em)",
        rows[0].question.text,
    )


def test_every_row_is_sealed() -> None:
    for row in listed().sent:
        code = parse(row.code)
        assert code is not None
        assert (code.batch, code.row) == (VISIT.code, row.number)
        assert verify(KEY, code, row.facts)


def test_nobody_learns_who_draws_aid() -> None:
    told = described(resident(3, is_child=False, birth_date="1938", sex="female"))
    assert told == "Nguyễn Bảo Dn, sinh 1938 (người lớn trong danh sách rà soát)"
    assert "không rõ" not in described(resident(3, full_name=None, birth_date=None, sex=None))


@pytest.mark.parametrize("key", [key for key, benefit in benefits().items() if benefit.sensitive])
def test_persons_of_a_category_that_tells_of_a_disease_stay_out(key: str) -> None:
    found = visit_list([resident(0, NO_NUMBER, category=key), resident(1, NO_NUMBER)], "RS-0006", KEY)
    assert found.left_out == (0,)
    assert {row.person for row in found.rows} == {1}


@pytest.mark.parametrize("key", [key for key, group in circumstances().items() if group.sensitive])
def test_children_of_a_sensitive_group_stay_out(key: str) -> None:
    assert visit_list([resident(0, NO_NUMBER, special_circumstance=key)], "RS-0006", KEY).left_out == (0,)


def test_who_has_nothing_to_be_asked_is_not_left_out_either() -> None:
    assert visit_list([resident(0, category="5.8")], "RS-0006", KEY) == visit_list([], "RS-0006", KEY)


def test_a_group_that_is_not_understood_counts_as_sensitive() -> None:
    assert is_sensitive("không rõ", None)
    assert is_sensitive(None, "z.9")
    assert not is_sensitive("5.6", None)
