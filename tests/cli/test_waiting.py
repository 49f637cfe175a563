"""`sosach waiting` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.registers.models import Person
from tests.store.people import child, children, taken_in


@pytest.fixture(autouse=True)
def row(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    taken_in(tmp_path / "b.xlsx", [child(44, record_code="TE000001"), *children(3)[1:]])


def test_the_rows_are_told(capsys):
    assert run(["waiting", "--json"]) == DONE
    [told] = json.loads(capsys.readouterr().out)["waiting"]
    assert (told["row"], told["why"], told["candidate"]) == (2, "code_taken", "TE000001")
    assert run(["waiting", "--register", "children"]) == DONE
    assert "có thể là TE000001" in capsys.readouterr().out
    assert run(["waiting", "--register", "beneficiaries"]) == DONE
    assert "Không có dòng nào đang chờ" in capsys.readouterr().out


@pytest.mark.parametrize(("said", "persons"), [("same", 3), ("new", 4), ("none", 3)])
def test_a_row_is_answered(capsys, said, persons):
    assert run(["waiting", "1", said, "--reason", "Đã hỏi gia đình"]) == DONE
    assert Person.objects.filter(left="").count() == persons
    assert run(["waiting", "1", said]) == CANNOT


def test_a_row_that_is_none_is_refused(capsys):
    assert run(["waiting", "99", "new"]) == CANNOT
    assert "Không có dòng chờ" in capsys.readouterr().err
