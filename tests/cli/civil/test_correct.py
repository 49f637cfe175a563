"""`sosach civil correct` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from tests.store.civil.books import birth, compared
from tests.store.people import child, children, taken_in

BY = ["--on", "2026-06-18", "--by", "Bùi Thị Mai"]


@pytest.fixture(autouse=True)
def book(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, mother_birth_year="1991"), *children(3)[1:]])
    compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3)])


def test_the_task_is_recorded_and_shows_in_the_list(capsys):
    given = ["civil", "correct", "TE000001", "mother_birth_year", "--reason", "Giấy gốc ghi 1991", *BY]
    assert run([*given, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["operation"] > 0
    run(["civil", "list"])
    assert "Đã chuyển cải chính hộ tịch." in capsys.readouterr().out
    assert run(given) == DONE
    assert "hồ sơ giữ nguyên" in capsys.readouterr().out


def test_a_field_that_does_not_differ(capsys):
    assert run(["civil", "correct", "TE000001", "sex", "--reason", "x", *BY]) == CANNOT
    assert "không còn khác" in capsys.readouterr().err
