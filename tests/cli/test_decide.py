"""`sosach decide` as it is called."""

import json

import pytest

from sosach.cli.main import CANNOT, DONE, run
from sosach.store.log.models import Event
from tests.store.people import child, taken_in

GIVEN = ["--source", "GKS 12/2015", "--reason", "Gõ nhầm", "--on", "2026-06-18", "--by", "Bùi Thị Mai"]


@pytest.fixture(autouse=True)
def register(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), child(2)])


def test_a_decision_is_recorded(capsys):
    assert run(["decide", "children", "TE000001", "sex", "Nữ", *GIVEN, "--json"]) == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["old"], told["new"], told["settled"]) == (None, "female", 1)
    event = Event.objects.get(operation=told["operation"], kind="changed")
    assert (event.actor, event.role) == ("Bùi Thị Mai", "operator")


def test_a_household_does_not_replace_a_certificate(capsys):
    base = ["decide", "children", "TE000001", "mother_birth_year"]
    assert run([*base, "1991", *GIVEN, "--from", "birth_certificate"]) == DONE
    assert run([*base, "1992", *GIVEN, "--from", "collaborator", "--json"]) == DONE
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["new"], told["held"], told["instead_of"]) == ("1991", True, "bản sao giấy khai sinh")
    assert run([*base, "1992", *GIVEN, "--from", "collaborator"]) == DONE
    assert "giữ nguyên giá trị theo bản sao giấy khai sinh" in capsys.readouterr().out


def test_words_for_people(capsys):
    assert run(["decide", "children", "TE000001", "sex", "Nữ", *GIVEN]) == DONE
    assert "1 vấn đề được giải quyết" in capsys.readouterr().out


def test_no_decision_without_a_reason(capsys):
    assert run(["decide", "children", "TE000001", "sex", "Nữ", "--source", "GKS 12/2015"]) == CANNOT
    assert run(["decide", "children", "TE000001", "sex", "Nữ", "--source", "", "--reason", "x"]) == CANNOT
    assert Event.objects.filter(kind="decision").count() == 0


@pytest.mark.parametrize("code", ["TE999999", ""])
def test_nobody_is_told(capsys, code):
    assert run(["decide", "children", code, "sex", "Nữ", *GIVEN]) == CANNOT
    assert "Không có hồ sơ" in capsys.readouterr().err
