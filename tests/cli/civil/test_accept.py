"""`sosach civil accept` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from tests.store.civil.books import birth, compared
from tests.store.people import child, children, taken_in

BY = ["--on", "2026-06-18", "--by", "Bùi Thị Mai"]


@pytest.fixture(autouse=True)
def book(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex="", mother_birth_year="1991"), *children(3)[1:]])
    compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3)])


def test_everything_that_differs(capsys):
    assert run(["civil", "accept", "TE000001", *BY]) == DONE
    told = capsys.readouterr().out
    assert "theo sổ khai sinh, quyển 01/2020, số 1/2020" in told
    assert "Giới tính" in told


def test_one_field(capsys):
    assert run(["civil", "accept", "TE000001", "--field", "sex", *BY, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["fields"], told["held"]) == (["sex"], [])
    assert told["settled"] >= 1


def test_what_is_empty_of_every_child(capsys):
    assert run(["civil", "accept", "--empty", *BY, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["values"], told["children"], told["left_out"]) == (1, 1, 0)
    assert run(["civil", "accept", "--empty", *BY]) == DONE
    assert "Không có gì để ghi" in capsys.readouterr().out


@pytest.mark.parametrize("given", [[], ["TE000001", "--empty"]])
def test_one_child_or_every_child(capsys, given):
    assert run(["civil", "accept", *given, *BY]) == CANNOT
    assert "--empty" in capsys.readouterr().err


@pytest.mark.parametrize(("code", "words"), [("TE000002", "không còn khác"), ("TE999999", "Không có hồ sơ")])
def test_nothing_to_take(capsys, code, words):
    assert run(["civil", "accept", code, *BY]) == CANNOT
    assert words in capsys.readouterr().err
