"""`sosach police decide` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.police.models import Line
from sosach.store.registers.models import Person
from tests.store.police.lists import answered, asked, number_of, sent

BY = ["--on", "2026-06-24", "--by", "Bùi Thị Mai"]


@pytest.fixture(autouse=True)
def waiting(campaign, tmp_path):
    asked(tmp_path, 1)
    sent(tmp_path)
    said = {"result": "Sửa thông tin", "new_birth_date": "03/02/2013", "new_personal_id": number_of(1)}
    answered(tmp_path, {1: said})


def test_the_polices_values_are_taken(capsys):
    code = Line.objects.get().code
    assert run(["police", "decide", code, "answered", "--reason", "Đã xem giấy", *BY, "--json"]) == DONE
    assert set(json.loads(capsys.readouterr().out)["fields"]) == {"birth_date", "personal_id"}
    assert Person.objects.get(record_code="TE000001").birth_date == "2013-02-03"
    assert run(["police", "decide", code, "current", "--reason", "x", *BY]) == CANNOT
    assert "không có gì chờ" in capsys.readouterr().err


def test_a_code_that_is_none(capsys):
    assert run(["police", "decide", "TE01", "current", "--reason", "x", *BY]) == CANNOT
    assert "TE01" in capsys.readouterr().err
