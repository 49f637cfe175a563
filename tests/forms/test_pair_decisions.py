"""The code of a pair names two persons, or nobody."""

import pytest

from sosach.forms.pair_decisions import FORM, code_of, persons_of


def test_code_gives_the_persons_back():
    assert persons_of(code_of("a-b", "c-d")) == ("a-b", "c-d")


@pytest.mark.parametrize("code", ["", "a-b", "|c-d", "a-b|", " "])
def test_code_that_was_cut_names_nobody(code):
    assert persons_of(code) is None


def test_columns_of_decisions_are_found_without_the_remarks():
    assert [column.key for column in FORM.columns if column.needed] == ["ruling", "code"]
