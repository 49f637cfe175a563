"""Special circumstances of children: the letters of the law, the clauses of the decree, what is not for lists."""

import pytest

from sosach.refdata.circumstances import circumstance_labels, circumstances

CLAUSES = {
    "a": 4,
    "b": 2,
    "c": 12,
    "d": 3,
    "đ": 0,
    "e": 4,
    "g": 2,
    "h": 2,
    "i": 0,
    "k": 5,
    "l": 5,
    "m": 2,
    "n": 2,
    "o": 3,
}


def test_letters_are_those_of_the_vietnamese_alphabet():
    assert [key for key in circumstances() if "." not in key] == list(CLAUSES)


@pytest.mark.parametrize(("letter", "count"), CLAUSES.items())
def test_clauses_are_numbered_from_one(letter, count):
    numbers = [key.split(".")[1] for key in circumstances() if key.startswith(f"{letter}.")]
    assert numbers == [str(number) for number in range(1, count + 1)]


def test_what_must_not_leave_the_office():
    assert {key for key, found in circumstances().items() if found.sensitive and "." not in key} == set("đegklm")
    assert all(found.sensitive == circumstances()[key[0]].sensitive for key, found in circumstances().items())


def test_labels():
    assert circumstance_labels()["d.1"] == "Trẻ em khuyết tật đặc biệt nặng"
    assert circumstance_labels()["a"] == "Trẻ em mồ côi cả cha và mẹ"


def test_no_wording_means_two_groups():
    seen = {}
    for key, found in circumstances().items():
        for text in (found.label, *found.wordings):
            assert seen.setdefault(text.casefold(), key) == key
