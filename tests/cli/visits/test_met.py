"""`sosach visits met` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.cli.visits.met import _WHY
from sosach.store.registers.models import Person
from tests.store.people import child
from tests.store.visits import lists

ON = ["--on", "2026-06-22", "--by", "Bùi Thị Mai"]


@pytest.fixture
def doubtful(campaign, tmp_path, capsys):
    lists.register(tmp_path, {"sex": ""})
    lists.sent(tmp_path)
    known = child(11)
    like = {
        "Họ và tên trẻ": "Lê Thị Khác",
        "Ngày sinh": "05/05/2014",
        "Số định danh": known["personal_id"],
        "Họ tên mẹ": "Trần Thị Lành",
    }
    lists.received(lists.filled(lists.workbook(tmp_path), {1: "Nữ"}, [like]))
    assert run(["visits", "met", "--json"]) == DONE
    (told,) = json.loads(capsys.readouterr().out)["waiting"]
    return told


def test_a_doubtful_child_is_listed_with_whom_it_may_be(doubtful, capsys):
    assert doubtful["why"] in _WHY
    assert run(["visits", "met"]) == DONE
    assert "Thôn Gò Me, phiếu RS-0001, dòng 2" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "more", "new"), [("new", [], 1), ("none", [], 0), ("same", ["--code", "TE000011"], 0)]
)
def test_the_answer_ends_it(doubtful, capsys, said, more, new):
    before = Person.objects.filter(left="").count()
    assert run(["visits", "met", str(doubtful["number"]), said, *more, *ON]) == DONE
    assert Person.objects.filter(left="").count() == before + new
    assert run(["visits", "met"]) == DONE
    assert "Không có trẻ nào" in capsys.readouterr().out
    assert run(["visits", "met", str(doubtful["number"]), said, *more, *ON]) == CANNOT


def test_a_child_that_is_none(campaign, capsys):
    assert run(["visits", "met", "9", "new", *ON]) == CANNOT
    assert "số 9" in capsys.readouterr().err
