"""Kinds of what is wrong with a number."""

import pytest

from sosach.ids.errors import KINDS, LengthError, NumberError


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_one_sentence_of_its_own(kind: str):
    sentence = str(KINDS[kind]())
    assert sentence.endswith(".")
    assert [k for k, error in KINDS.items() if str(error()) == sentence] == [kind]


def test_a_kind_is_known_by_its_name():
    assert KINDS["length"] is LengthError
    assert all(issubclass(error, NumberError) and error.kind == kind for kind, error in KINDS.items())


def test_another_sentence_may_be_given():
    assert str(LengthError("Số có 11 chữ số.")) == "Số có 11 chữ số."


def test_whoever_expects_a_bad_value_catches_it():
    with pytest.raises(ValueError, match="chữ số"):
        raise LengthError
